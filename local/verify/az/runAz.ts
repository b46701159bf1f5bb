import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { type Az, AzError } from './az.ts';
import { commandName } from './commandName.ts';
import { explainAzFailure } from './explainAzFailure.ts';

const missing =
  'The Azure CLI (az) isn’t installed, or isn’t on the path. See https://aka.ms/azure-cli; on Windows, use WSL.';

/** The Azure CLI that is installed here, signed in as `az login` left it. */
export const runAz: Az = async (args, { env, signal } = {}) => {
  signal?.throwIfAborted();
  const child = spawn('az', [...args, '--only-show-errors', '--output', 'json'], {
    env: { ...process.env, AZURE_CORE_NO_COLOR: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches us alone, and what we end is all of it, as az is a script that starts another.
    detached: true,
  });
  const end = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', end);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => {
      const { code } = error as NodeJS.ErrnoException;
      reject(code === 'ENOENT' ? new AzError(missing, 'missing', { cause: error }) : error);
    });
    child.once('close', resolve);
  }).finally(() => signal?.removeEventListener('abort', end));
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exited,
  ]);
  signal?.throwIfAborted();
  if (exitCode !== 0) throw explainAzFailure(args, stderr);
  return parseOutput(args, stdout);
};

function parseOutput(args: readonly string[], stdout: string): unknown {
  if (stdout.trim() === '') return undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    // Not quoted: it could hold a key.
    throw new AzError(`${commandName(args)} printed something that isn’t JSON.`);
  }
}
