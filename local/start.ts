import { Console } from 'node:console';
import { join } from 'node:path';
import { codeOf } from '../src/common/errors.ts';
import { startLocal } from './startLocal.ts';
import { stopOnSignal } from './stopOnSignal.ts';

// Standard output is for the ready line only.
globalThis.console = new Console(process.stderr);

const parts: { close(): Promise<void> }[] = [];
const stopping = new AbortController();
const stop = async () => {
  stopping.abort();
  for (const part of parts.splice(0).reverse()) await part.close();
};
stopOnSignal(stop, { withParent: process.env['npm_lifecycle_event'] === 'start' });

try {
  const { url, hasChat, settingsFrom } = await startLocal(
    {
      projectDir: join(import.meta.dirname, '..'),
      env: process.env,
      bundle: process.env['TEST_BUNDLE'],
      say: (line) => process.stderr.write(`${line}\n`),
      signal: stopping.signal,
    },
    parts,
  );
  const how = hasChat
    ? 'Open the chat in a browser'
    : 'The bot only accepts messages signed for its app ID, so there’s no chat page';
  process.stdout.write(`${settingsFrom && `${settingsFrom} `}${how}: ready ${url}\n`);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(codeOf(error) === 'config' && error instanceof Error ? error.message : error);
    await stop();
    process.exit(1);
  }
}
