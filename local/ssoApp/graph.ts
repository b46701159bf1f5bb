import type { Clock } from '../../src/common/clock.ts';
import { type Az, AzError } from '../verify/az/az.ts';

/** Microsoft Graph, with the rights of the person who is signed in to the Azure CLI. */
export interface Graph {
  /** `undefined` where there is no such thing. */
  get(path: string): Promise<unknown>;
  /** Writes, or only shows it in a dry run; resolves with what Graph sent back. */
  write(method: 'post' | 'patch', path: string, body: object, headers?: string): Promise<unknown>;
}

interface Options {
  az: Az;
  clock: Clock;
  signal: AbortSignal;
  /** Takes the place of every write. */
  show: ((method: string, path: string, body: object) => void) | undefined;
}

/** The ID of what a dry run doesn't create. */
export const notYet = '<not created yet>';

const root = 'https://graph.microsoft.com/v1.0';

// What was just created is unknown for some seconds to those of Entra's servers that haven't heard of it yet.
const tries = 6;
const pauseMs = 5000;

export function createGraph({ az, clock, signal, show }: Options): Graph {
  const send = (args: readonly string[]) => az(['rest', ...args], { signal });
  return {
    async get(path) {
      if (path.includes(notYet)) return undefined;
      try {
        return await send(['--method', 'get', '--url', `${root}${path}`]);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(method, path, body, headers) {
      if (show) {
        show(method, path, body);
        return undefined;
      }
      const text = JSON.stringify(body);
      const args = ['--method', method, '--url', `${root}${path}`, '--body', text];
      for (let left = tries; ; left -= 1) {
        try {
          return await send(headers ? [...args, '--headers', headers] : args);
        } catch (error) {
          if (left <= 1 || !isMissing(error)) throw error;
          await clock.sleep(pauseMs, signal);
        }
      }
    },
  };
}

const isMissing = (error: unknown) =>
  error instanceof AzError && /^(?:Request_ResourceNotFound|ResourceNotFound)$/.test(error.code);
