import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf } from '../../src/common/errors.ts';
import type { Scene } from '../channel/activities.ts';
import { describeFiles, readLocalEnv } from '../settings/readLocalEnv.ts';
import { NotHeardError, sayMessage } from './sayMessage.ts';

const scenes: ReadonlyMap<string, Scene> = new Map([
  ['personal', 'personal'],
  ['group', 'group'],
  ['channel', 'channel'],
  ['web', 'webchat'],
]);

const usage =
  `Usage: npm run say -- "message" [--scene ${[...scenes.keys()].join('|')}] [--to http://localhost:3978]\n` +
  'Says something to a running bot, as a person in Teams or Web Chat, and prints what they see.';

// `npm run say`: ends with 0 once the bot has replied, with 1 where it did not, and with 2 for wrong usage.
const message = readArguments();
if (message === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  try {
    const to = message.to ?? (await findLocalBot());
    await sayMessage({ ...message, to, write: (text) => process.stdout.write(text) });
  } catch (error) {
    if (!(error instanceof NotHeardError) && codeOf(error) !== 'config') throw error;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { scene: { type: 'string', default: 'personal' }, to: { type: 'string' } },
    });
    const text = positionals.join(' ').trim();
    const scene = scenes.get(values.scene);
    const isAddress =
      values.to === undefined || /^https?:/.test(URL.parse(values.to)?.protocol ?? '');
    return text && scene && isAddress ? { text, scene, to: values.to } : undefined;
  } catch {
    return undefined;
  }
}

/** Where `npm start` listens, by the same settings. */
async function findLocalBot(): Promise<string> {
  const { env, files } = await readLocalEnv(process.env, join(import.meta.dirname, '..', '..'));
  if (files.length > 0) process.stderr.write(`${describeFiles(files)}\n`);
  return `http://localhost:${env['PORT'] || 3978}`;
}
