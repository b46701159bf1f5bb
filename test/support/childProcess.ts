import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface Child {
  process: ChildProcess;
  /** What it wrote so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves to the match once its standard output, from the beginning, matches `pattern`; rejects if it ends first. */
  waitForOutput(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code, or the signal it died of. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Kills it at once, if it is there, and waits for its end. */
  kill(): Promise<void>;
}

const projectDir = resolve(import.meta.dirname, '..', '..');

/**
 * Runs a TypeScript file of the project in a Node process of its own. `env` replaces the whole environment, and `cwd` is
 * the project or a copy of it.
 */
export function startNode(
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd = projectDir,
): Child {
  const child = spawn(process.execPath, [resolve(cwd, file), ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    waitForOutput: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        look();
        ended.then((code) => reject(new Error(`It ended (${code}) without that. ${stderr}`)));
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
