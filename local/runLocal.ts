import { Console } from 'node:console';
import { join } from 'node:path';
import { codeOf } from '../src/common/errors.ts';
import type { HostOptions } from './host/startHost.ts';
import { type LocalApp, startLocal } from './startLocal.ts';
import { stopOnSignal } from './stopOnSignal.ts';

interface RunOptions {
  /** The npm script that runs this: the process ends with it. */
  script: string;
  /** Closed after all else. */
  first?: { close(): Promise<void> };
  /** Told what each HTTP function was sent, and with which status it replied. */
  observe?: HostOptions['observe'];
}

/** Starts the bot on this laptop, and says on standard output when it's ready; ends the process with it. */
export async function runLocal({ script, first, observe }: RunOptions): Promise<void> {
  // Standard output is for the ready line only.
  globalThis.console = new Console(process.stderr);

  const parts: { close(): Promise<void> }[] = first ? [first] : [];
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    for (const part of parts.splice(0).reverse()) await part.close();
  };
  stopOnSignal(stop, { withParent: process.env['npm_lifecycle_event'] === script });

  try {
    const app = await startLocal(
      {
        projectDir: join(import.meta.dirname, '..'),
        env: process.env,
        bundle: process.env['TEST_BUNDLE'],
        say: (line) => process.stderr.write(`${line}\n`),
        signal: stopping.signal,
        observe,
      },
      parts,
    );
    process.stdout.write(`${readyLine(app)}\n`);
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(codeOf(error) === 'config' && error instanceof Error ? error.message : error);
      await stop();
      process.exit(1);
    }
  }
}

function readyLine({ url, hasChat, settingsFrom }: LocalApp): string {
  const how = hasChat
    ? 'Open the chat in a browser'
    : 'The bot only accepts messages signed for its app ID, so there’s no chat page';
  return `${settingsFrom && `${settingsFrom} `}${how}: ready ${url}`;
}
