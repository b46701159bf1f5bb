import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode } from './childProcess.ts';
import { closedPort } from './closedPort.ts';

const root = join(import.meta.dirname, '..', '..');
const name = join('@microsoft', 'm365agentsplayground');

/** Where someone says that it is, here, or where `npx` once put it. Nothing fetches it for a test. */
const folders = [
  process.env['AGENTS_PLAYGROUND_PATH'] ?? '',
  join(root, 'node_modules', name),
  ...globSync(
    join(process.env['npm_config_cache'] ?? join(homedir(), '.npm'), '_npx/*/node_modules', name),
  ),
];

const installed = folders.find((folder) => folder && existsSync(join(folder, 'cli.js')));

/** Why there can be no tests with Microsoft's client here; `undefined` where there can. */
export const noPlayground: string | undefined =
  installed === undefined
    ? 'Tests with Microsoft’s client are skipped: there is no Agents Playground (AGENTS_PLAYGROUND_PATH names its package).'
    : undefined;

export interface Playground {
  url: string;
  stop(): Promise<void>;
}

/** Microsoft's own local Teams client, with the bot at `botUrl` in it. */
export async function startPlayground(botUrl: string): Promise<Playground> {
  // It writes into the folder that it's started in.
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const { PATH, HOME } = process.env;
  const port = await closedPort();
  const child = startNode(
    join(installed ?? '', 'cli.js'),
    ['-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--dt'],
    { PATH, HOME, TEAMSAPPTESTER_BROWSER: 'none' },
    folder,
  );
  const stop = async () => {
    await child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [, listening] = await child.waitForOutput(/Listening on (\d+)/);
    return { url: `http://localhost:${listening}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
