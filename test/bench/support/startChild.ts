import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface BenchChild {
  process: ChildProcess;
  /** The next message that it sends. @throws Error with its last words, when it ends instead */
  nextMessage<T>(): Promise<T>;
  kill(): Promise<void>;
}

/** Runs a file in a Node process of its own, with nothing in its environment but `env`. */
export function startChild(
  file: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): BenchChild {
  const child = fork(file, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const ended = once(child, 'exit');
  return {
    process: child,
    async nextMessage<T>() {
      const failed = ended.then(() => Promise.reject(new Error(`${file} ended:\n${said}`)));
      const [message] = await Promise.race([once(child, 'message'), failed]);
      return message as T;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
