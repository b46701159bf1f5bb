import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../local/build/build.ts';
import { startBot } from './startBot.ts';

/**
 * Vitest calls this before each project that starts bots: all of them run the same bundle, which is built here. The
 * first run of it fills Node's compile cache; one that is killed leaves nothing there.
 */
export default async function buildOnce(): Promise<void> {
  if (process.env['TEST_BUNDLE']) return;
  process.env['TEST_BUNDLE'] = await buildFunctions();
  const dataDir = await mkdtemp(join(tmpdir(), 'first-run-'));
  const bot = await startBot({ LOCAL_DATA_DIR: dataDir });
  await bot.stop();
  await rm(dataDir, { recursive: true });
}
