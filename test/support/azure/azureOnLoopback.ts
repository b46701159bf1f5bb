import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Host, startHost } from '../../../local/host/startHost.ts';
import { directLineUrl } from '../../../local/verify/talk/directLine.ts';
import type { Env } from '../../../src/config/settings.ts';
import { startAzurite } from '../azurite.ts';
import { closedPort } from '../closedPort.ts';
import { type Bot, startBot } from '../startBot.ts';
import {
  type AzureDouble,
  type AzureWorld,
  createAzureDouble,
  directLineKey,
} from './azureDouble.ts';

export interface AzureOnLoopback {
  azure: AzureDouble;
  /** Reaches the addresses of Azure that the trial is told, on loopback. */
  fetch: typeof fetch;
  /** Everything that the bot logged, over all of its instances. */
  endedQuestions(): number;
  /** How often instances were killed. */
  restarts(): number;
  folder: string;
  close(): Promise<void>;
}

/**
 * An Azure in which what is published really runs: the demo workspace's package in our functions host, and the bot as
 * `npm start` has it, with its Direct Line. A restart kills the bot's process.
 */
export async function openAzureOnLoopback(world: AzureWorld = {}): Promise<AzureOnLoopback> {
  const [azurite, port, folder] = await Promise.all([
    startAzurite(),
    closedPort(),
    mkdtemp(join(tmpdir(), 'verify-')),
  ]);
  // The secret that the local Direct Line would make up for itself otherwise.
  const kept = join(folder, 'bot', `chat-${port}.json`);
  await mkdir(dirname(kept), { mode: 0o700 });
  await writeFile(kept, JSON.stringify({ secret: directLineKey, conversations: [] }));
  let workspace: Host | undefined;
  const bots: Bot[] = [];
  const deployed: Record<string, Env> = {};

  const start = async () => {
    const { DATABRICKS_SECRET, DATABRICKS_SPACE_ID } = deployed['bot'] ?? {};
    bots.push(
      await startBot({
        PORT: String(port),
        LOCAL_DATA_DIR: join(folder, 'bot'),
        AzureWebJobsStorage: azurite.connectionString,
        DATABRICKS_HOST: workspace?.url ?? '',
        DATABRICKS_TOKEN: DATABRICKS_SECRET ?? '',
        DATABRICKS_SPACE_ID: DATABRICKS_SPACE_ID ?? '',
        GENIE_QUESTIONS_PER_MINUTE: '1000',
        USER_QUESTIONS_PER_MINUTE: '1000',
      }),
    );
  };
  const runWorkspace = async (zip: string) => {
    const files = unzipSync(await readFile(zip));
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'unpacked', path)), { recursive: true });
      await writeFile(join(folder, 'unpacked', path), bytes);
    }
    const read = async (name: string) =>
      JSON.parse(await readFile(join(folder, 'unpacked', name), 'utf8'));
    process.env['WORKSPACE_TOKEN'] = deployed['workspace']?.['WORKSPACE_TOKEN'];
    process.env['WORKSPACE_SLOW_MS'] = '6000';
    workspace = await startHost({
      entry: join(folder, 'unpacked', (await read('package.json')).main),
      hostJson: await read('host.json'),
      port: 0,
      storage: azurite,
      log: () => undefined,
    });
  };

  const endedQuestions = () =>
    new Set(
      bots
        .flatMap(({ log }) => log)
        .filter(({ event }) => event === 'question.ended')
        .map(({ questionId }) => questionId),
    ).size;
  const azure = createAzureDouble({
    deploy: async ({ name, env }) => {
      deployed[name.endsWith('-workspace') ? 'workspace' : 'bot'] = env;
    },
    publish: (app, zip) => (app === 'workspace' ? runWorkspace(zip) : start()),
    restart: async () => {
      await bots.at(-1)?.kill();
      await start();
    },
    query: (query) => (query.includes('dcount') ? { ended: endedQuestions() } : { messages: 0 }),
    ...world,
  });

  /** Azure's sign-in before the page: nobody has, and what they send of themselves doesn't get through. */
  const refusedBySignIn = (address: string): boolean =>
    deployed['bot']?.['CHAT_PAGE'] === 'true' && new URL(address).pathname.startsWith('/api/chat');

  const toLoopback = (address: string): string => {
    const bot = `http://localhost:${port}`;
    if (address.startsWith(directLineUrl)) {
      return `${bot}/directline${address.slice(directLineUrl.length)}`;
    }
    return address
      .replace(`https://${azure.host.bot}/`, `${bot}/`)
      .replace(`https://${azure.host.workspace}/`, `${workspace?.url}/`);
  };

  return {
    azure,
    endedQuestions,
    restarts: () => bots.length - 1,
    folder,
    fetch: async (input, init) => {
      if (refusedBySignIn(String(input))) return new Response('Sign in', { status: 401 });
      return fetch(toLoopback(String(input)), init);
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await workspace?.close();
      await azurite.close();
      delete process.env['WORKSPACE_TOKEN'];
      delete process.env['WORKSPACE_SLOW_MS'];
      await rm(folder, { recursive: true, force: true });
    },
  };
}
