import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startAzurite } from '../../support/azurite.ts';
import { type Child, startNode } from '../../support/childProcess.ts';

let rootDir: string;
let dataDir: string;

beforeAll(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'start-'));
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(rootDir, 'data-'));
});
afterAll(() => rm(rootDir, { recursive: true }));

/** For the tests that see the start build the bundle, too, as it does for a person. */
const built = { TEST_BUNDLE: undefined };

/** Starts the bot as `npm start` does, with nothing set but what is given. */
function start(settings: NodeJS.ProcessEnv = {}): Child {
  const { PATH, TEST_BUNDLE } = process.env;
  const env = { PATH, TEST_BUNDLE, LOCAL_DATA_DIR: dataDir, PORT: '0', ...settings };
  const child = startNode('local/start.ts', [], env);
  onTestFinished(() => child.kill());
  return child;
}

async function untilReady(child: Child): Promise<string> {
  const [, url = ''] = await child.waitForOutput(/ready (http:\/\/localhost:\d+)\n/);
  return url;
}

test('npm start says ready once without any settings, and then health and the chat page answer', async () => {
  const child = start(built);
  const url = await untilReady(child);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect((await fetch(`${url}/api/unknown`)).status).toBe(404);
  expect(child.stdout()).toMatch(/^.*ready http:\/\/localhost:\d+\n$/);
});

test('npm start works in a container too, since it listens on loopback alone', async () => {
  const url = await untilReady(
    start({ CONTAINER_NAME: 'dev', KUBERNETES_SERVICE_HOST: '10.0.0.1' }),
  );
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends npm start with code 0', async (signal) => {
  const child = start();
  const url = await untilReady(child);
  child.process.kill(signal);
  // npm passes on what the terminal has already sent.
  child.process.kill(signal);
  expect(await child.ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

/** A request whose body never comes keeps the bot from closing for as long as it grants. */
async function hangRequest(url: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n');
  await fetch(`${url}/api/health`);
}

test('npm start ends within three seconds, even if a request hangs', async () => {
  const child = start();
  await hangRequest(await untilReady(child));
  const askedAt = performance.now();
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(3500);
});

test('a second, later signal ends npm start at once', async () => {
  const child = start();
  await hangRequest(await untilReady(child));
  child.process.kill('SIGINT');
  await wait(700);
  child.process.kill('SIGINT');
  expect(await child.ended).toBe(1);
});

test('the bot ends when the npm that started it is killed', async () => {
  const { PATH } = process.env;
  const shell = spawn('sh', ['-c', '"$0" local/start.ts & wait', process.execPath], {
    env: { PATH, LOCAL_DATA_DIR: dataDir, PORT: '0', npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(shell.stdout, 'end');
  const [line] = await once(shell.stdout, 'data');
  expect(String(line)).toContain('ready http://localhost:');
  shell.kill('SIGKILL');
  await ended;
});

test('a signal during the start ends npm start with code 0', async () => {
  const child = start();
  await vi.waitFor(() => stat(join(dataDir, 'storage', 'lock.sqlite')), { timeout: 5000 });
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(child.stdout()).toBe('');
});

test('npm start works with the data of a run that was killed', async () => {
  const first = start();
  await untilReady(first);
  await first.kill();
  await untilReady(start());
});

test('npm start has no chat page if there is an app ID, and says so', async () => {
  const child = start({
    MicrosoftAppId: '00000000-0000-4000-8000-000000000001',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000002',
  });
  const url = await untilReady(child);
  expect((await fetch(url)).status).toBe(404);
  expect(child.stdout()).toContain('no chat page');
});

test('npm start names a bad setting, without a stack, and exits with 1', async () => {
  const child = start({ PORT: 'many', MAX_RETRIES: '-1' });
  expect(await child.ended).toBe(1);
  expect(child.stderr()).toContain('PORT must be a whole number');
  expect(child.stderr()).not.toContain('    at ');
});

test('npm start says in one sentence that its port is taken, and exits with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const child = start({ PORT: String(port) });
  expect(await child.ended).toBe(1);
  expect(child.stderr().trim()).toBe(
    `Port ${port} is in use. Stop the program that uses it, or set PORT to another port.`,
  );
});

test('a second start over the same data folder is refused in a sentence', async () => {
  const first = start();
  await untilReady(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toMatch(/^The data folder .* is in use by process \d+\. .*\n$/);
});

test('two starts over one storage and one data folder work side by side', async () => {
  const { connectionString, close } = await startAzurite();
  onTestFinished(close);
  const dataFolder = { LOCAL_DATA_DIR: join(dataDir, 'new') };
  const shared = { ...built, ...dataFolder, AzureWebJobsStorage: connectionString };
  const urls = await Promise.all([untilReady(start(shared)), untilReady(start(shared))]);
  expect(new Set(urls).size).toBe(2);
});
