import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Activity } from '../../local/chat/activity.ts';

/** An instance of the product, in a process of its own. */
export interface Bot {
  url: string;
  /** What it logged so far. */
  log: readonly LogLine[];
  /** Everything it wrote to its standard output and error so far. */
  output(): string;
  /** Posts an activity as the channel does, and resolves with the status. */
  post(activity: Activity): Promise<number>;
  /** Stops its time, and lets it go on. */
  pause(): void;
  resume(): void;
  /** SIGKILL: nothing of it runs on. */
  kill(): Promise<void>;
  /** Resolves with the exit code once it has ended, by itself or not. */
  ended: Promise<number | null>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface LogLine {
  event: string;
  [field: string]: unknown;
}

const root = join(import.meta.dirname, '..', '..');

const compileCache = join(root, 'node_modules', '.cache', 'node');

/** What it needs of our own environment, and the bundle that `buildOnce.ts` made, where tests run. */
function passedOn(): NodeJS.ProcessEnv {
  const { PATH, HOME, TEST_BUNDLE } = process.env;
  return { PATH, HOME, TEST_BUNDLE, NODE_COMPILE_CACHE: compileCache };
}

/** Starts what `npm start` starts, on a free port; resolves when it is ready. */
export async function startBot(env: Record<string, string>): Promise<Bot> {
  const child = spawn(process.execPath, [join(root, 'local', 'start.ts')], {
    cwd: root,
    env: { ...passedOn(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const log: LogLine[] = [];
  const said: string[] = [];
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    if (line.startsWith('{')) log.push(JSON.parse(line));
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /ready (http:\S+)/.exec(line)?.[1];
      if (url) return url;
    }
    throw new Error(`The bot did not start:\n${said.join('\n')}`);
  })();
  const url = await ready;

  const ended = exited.then(([code]) => code);

  return {
    url,
    log,
    ended,
    output: () => output,
    async post(activity) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.text();
      return response.status;
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
