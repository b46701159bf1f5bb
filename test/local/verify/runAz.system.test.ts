import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAz } from '../../../local/verify/az/runAz.ts';
import { until } from '../../support/until.ts';

const readIfThere = (path: string) => existsSync(path) && readFileSync(path, 'utf8').trim();

function isRunning(pid: number): boolean {
  try {
    // A zombie still has an ID, though nothing runs.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the Azure CLI', () => {
  let dir: string;
  let env: { PATH: string };
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'az-'));
    env = { PATH: `${dir}:/usr/bin:/bin` };
  });
  afterEach(() => rm(dir, { recursive: true }));

  /** Puts a program called `az` on the path. */
  async function install(script: string): Promise<void> {
    await writeFile(join(dir, 'az'), `#!/bin/sh\n${script}\n`);
    await chmod(join(dir, 'az'), 0o755);
  }

  it('is asked for JSON and nothing else, and its output is read', async () => {
    await install(`printf '["%s"]' "$*"`);
    expect(await runAz(['group', 'list'], { env })).toEqual([
      'group list --only-show-errors --output json',
    ]);
  });

  it('gets an argument as it is, whatever is in it', async () => {
    await install(`printf '{"body": "%s"}' "$2"`);
    expect(await runAz(['--body', '@a b;$(id)&*'], { env })).toEqual({ body: '@a b;$(id)&*' });
  });

  it('gets secrets by the environment', async () => {
    await install(`printf '"%s"' "$WORKSPACE_TOKEN"`);
    expect(await runAz(['x'], { env: { ...env, WORKSPACE_TOKEN: 's3cret' } })).toBe('s3cret');
  });

  it('can print nothing', async () => {
    await install('true');
    expect(await runAz(['functionapp', 'restart'], { env })).toBeUndefined();
  });

  it('is missed in a sentence', async () => {
    await expect(runAz(['account', 'show'], { env: { PATH: dir } })).rejects.toThrow(
      'The Azure CLI (az) isn’t installed, or isn’t on the path.',
    );
  });

  it('fails in a sentence', async () => {
    await install(
      `echo "ERROR: (ResourceGroupNotFound) Resource group 'x' could not be found." >&2; exit 3`,
    );
    await expect(runAz(['group', 'show', '--name', 'x'], { env })).rejects.toThrow(
      "az group show: Resource group 'x' could not be found. (ResourceGroupNotFound)",
    );
  });

  it('fails without a word of its output where that isn’t JSON', async () => {
    await install('echo the-secret');
    await expect(runAz(['rest', '--url', 'x'], { env })).rejects.toThrow(
      /^az rest printed something that isn’t JSON\.$/,
    );
  });

  it('ends at once when it is stopped, with what it has started', async () => {
    await install(`sleep 60 & echo $! > "${dir}/child"; wait`);
    const stop = new AbortController();
    const running = runAz(['deployment', 'group', 'create'], { env, signal: stop.signal });
    const child = Number(await until(() => readIfThere(join(dir, 'child'))));
    stop.abort();
    await expect(running).rejects.toThrow('aborted');
    await until(() => !isRunning(child));
  });

  describe('behind npm run verify:azure', () => {
    const command = join(import.meta.dirname, '..', '..', '..', 'local', 'verify', 'azure.ts');
    const verify = (...args: string[]) => {
      const child = spawn(process.execPath, [command, ...args], { env });
      const ended = Promise.all([text(child.stderr), once(child, 'close')]);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (more: string) => {
        said += more;
      });
      return {
        child,
        said: () => said,
        async end() {
          const [stderr, [code]] = await ended;
          return { stderr, code };
        },
      };
    };

    it('ends with 1 and a sentence where the person isn’t signed in', async () => {
      await install(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);
      const run = verify('--resource-group', 'rg-try');
      expect((await run.end()).code).toBe(1);
      expect(run.said()).toContain('You aren’t signed in to Azure. Run az login, then try again.');
    });

    it('ends with 2 for wrong arguments, and calls nothing', async () => {
      await install('echo "was called" >&2');
      const { stderr, code } = await verify('--what').end();
      expect(stderr).toContain('Usage: npm run verify:azure');
      expect(stderr).not.toContain('was called');
      expect(code).toBe(2);
    });

    it('asks before it starts, and takes the end of its input for a no', async () => {
      await install(anAzure(''));
      const run = verify('--resource-group', 'rg-try');
      await until(() => run.said().includes('Type yes to go on:'));
      run.child.stdin.end();
      expect((await run.end()).code).toBe(1);
      expect(readFileSync(join(dir, 'calls'), 'utf8')).not.toContain('create');
    });

    it('removes everything after one Ctrl-C', async () => {
      await install(anAzure('*what-if*) sleep 60 ;;'));
      const run = verify('--resource-group', 'rg-try', '--yes');
      await until(() => run.said().includes('… What-if'));
      run.child.kill('SIGINT');
      expect((await run.end()).code).toBe(1);
      expect(run.said()).toContain('✓ Remove everything');
      expect(readFileSync(join(dir, 'calls'), 'utf8')).toContain(
        'group delete --name rg-try --yes',
      );
    });

    it('says after the second one what stays, and ends', async () => {
      await install(anAzure('*what-if*|*delete*) sleep 60 ;;'));
      const run = verify('--resource-group', 'rg-try', '--yes');
      await until(() => run.said().includes('… What-if'));
      run.child.kill('SIGINT');
      await until(() => run.said().includes('… Remove everything'));
      // A person needs longer than npm, which passes the first one on.
      await wait(600);
      run.child.kill('SIGINT');
      expect((await run.end()).code).toBe(130);
      expect(run.said()).toContain('Left: whatever is in rg-try.');
    });
  });

  /** An Azure that has nothing but a resource group, and does `more` before that. */
  const anAzure = (more: string) => `
    echo "$*" >> "${dir}/calls"
    case "$*" in
      ${more}
      *account*) echo '{"id": "6f0f", "name": "Trials"}' ;;
      *"group create"*) touch "${dir}/group" ;;
      *"group exists"*) test -f "${dir}/group" && echo true || echo false ;;
      *list*) echo '[]' ;;
    esac`;
});
