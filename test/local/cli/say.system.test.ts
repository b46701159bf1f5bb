import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../../support/closedPort.ts';
import { openStage, type Stage } from '../../support/openStage.ts';

const script = join(import.meta.dirname, '../../../local/cli/say.ts');

/** Runs the command as npm does. */
async function say(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('exit', resolve)),
  ]);
  return { out, err, code };
}

let stage: Stage;
let url: string;
beforeAll(async () => {
  stage = await openStage();
  ({ url } = await stage.startBot());
});
afterAll(() => stage.close());

describe('npm run say', () => {
  it.each(['channel', 'web'])('prints the answer: %s', async (scene) => {
    const { out, err, code } = await say(['Revenue by region', '--scene', scene, '--to', url]);
    expect(out).toMatch(/Region +Revenue\n/);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('finds the bot on the port of `npm start`', async () => {
    const { out, code } = await say(['help'], { PORT: new URL(url).port });
    expect(out).toMatch(/^You, in a Teams chat: help\nGenie:\n/);
    expect(code).toBe(0);
  });

  it('ends with 1 and one sentence if no bot is running', async () => {
    const { out, err, code } = await say(['hello'], { PORT: String(await closedPort()) });
    expect(out).toBe('You, in a Teams chat: hello\n');
    expect(err).toMatch(
      /^No bot answers at http:\/\/localhost:\d+\. Start one with “npm start”.*\n$/,
    );
    expect(code).toBe(1);
  });

  it.each([[[]], [['hi', '--scene', 'email']], [['hi', '--to', 'localhost']], [['hi', '--loud']]])(
    'explains its usage: %j',
    async (args) => {
      const { err, code } = await say(args);
      expect(err).toContain('Usage: npm run say');
      expect(code).toBe(2);
    },
  );
});
