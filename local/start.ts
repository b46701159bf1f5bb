import { Console } from 'node:console';
import { join } from 'node:path';
import { codeOf } from '../src/common/errors.ts';
import { type AzureLike, startLocal } from './startLocal.ts';
import { stopLikeAzure } from './stopLikeAzure.ts';
import { stopOnSignal } from './stopOnSignal.ts';

// Standard output is for the ready line only.
globalThis.console = new Console(process.stderr);

const parts: { close(): Promise<void> }[] = [];
const stopping = new AbortController();
const stop = async () => {
  stopping.abort();
  for (const part of parts.splice(0).reverse()) await part.close();
};
const { TEST_BUNDLE: bundle, TEST_HOST: testHost } = process.env;
const likeAzure: AzureLike | undefined = testHost ? JSON.parse(testHost) : undefined;
if (likeAzure) stopLikeAzure(stop);
else stopOnSignal(stop, { withParent: process.env['npm_lifecycle_event'] === 'start' });
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const { url, hasChat } = await startLocal(
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
    },
    parts,
  );
  process.stdout.write(
    hasChat
      ? `Open the chat in a browser: ready ${url}\n`
      : `The bot only accepts messages signed for its app ID, so there’s no chat page: ready ${url}\n`,
  );
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(codeOf(error) === 'config' && error instanceof Error ? error.message : error);
    await stop();
    process.exit(1);
  }
}
