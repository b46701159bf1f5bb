import { Console } from 'node:console';
import { join } from 'node:path';
import { codeOf } from '../src/common/errors.ts';
import type { HostOptions } from './host/startHost.ts';
import { type AzureLike, type LocalApp, startLocal } from './startLocal.ts';
import { stopLikeAzure } from './stopLikeAzure.ts';
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
  const { TEST_BUNDLE: bundle, TEST_HOST: testHost } = process.env;
  const likeAzure: AzureLike | undefined = testHost ? JSON.parse(testHost) : undefined;
  if (likeAzure) stopLikeAzure(stop);
  else stopOnSignal(stop, { withParent: process.env['npm_lifecycle_event'] === script });
  const say = (line: string) => process.stderr.write(`${line}\n`);

  try {
    const app = await startLocal(
      {
        projectDir: join(import.meta.dirname, '..'),
        env: process.env,
        bundle,
        likeAzure,
        onStorageLost(why) {
          if (likeAzure) process.exit(0);
          say(`${why} So the bot ends here, as it does in Azure, which then starts it again.`);
          say('Start it again once storage is back.');
          void stop().finally(() => process.exit(1));
        },
        say,
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
