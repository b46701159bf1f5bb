import { buildFunctions } from '../../local/build/build.ts';

/** Vitest calls this once before the projects that start bots: all of them run the same bundle, which is built here. */
export default async function buildOnce(): Promise<void> {
  process.env['TEST_BUNDLE'] = await buildFunctions();
}
