import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';

let bot: InProcess;
afterEach(() => bot.close());

const codes = async () => {
  const { ready, checks } = await bot.app.checkReadiness();
  const failed = Object.entries(checks).filter(([, { ok }]) => !ok);
  expect(ready).toBe(failed.length === 0);
  return Object.fromEntries(failed.map(([part, { code }]) => [part, code]));
};

describe('the bot', () => {
  it('is ready if storage, its credential and Genie answer', async () => {
    bot = await openInProcess();
    const { ready, checks } = await bot.app.checkReadiness();
    expect(ready).toBe(true);
    expect(Object.keys(checks)).toEqual(['storage', 'credential', 'genie']);
  });

  it('isn’t ready if its token is refused', async () => {
    bot = await openInProcess({ env: { DATABRICKS_TOKEN: 'dapi-of-yesterday' } });
    expect(await codes()).toEqual({ genie: 'genie-unauthorized' });
  });

  it('isn’t ready if it can’t get a token', async () => {
    bot = await openInProcess({
      env: {
        DATABRICKS_TOKEN: '',
        DATABRICKS_AUTH_TYPE: 'oauth-m2m',
        DATABRICKS_CLIENT_ID: 'client',
        DATABRICKS_CLIENT_SECRET: 'wrong',
      },
    });
    expect(Object.keys(await codes())).toEqual(['credential', 'genie']);
  });

  it('isn’t ready if the default space isn’t shared with it', async () => {
    bot = await openInProcess({ env: { DATABRICKS_SPACE_ID: 'f'.repeat(32) } });
    expect(await codes()).toEqual({ genie: 'genie-not-found' });
  });

  it('isn’t ready if storage doesn’t answer, and asks Genie no question to find out', async () => {
    bot = await openInProcess();
    bot.storage.check = async () => {
      throw new AppError('storage', 'down');
    };
    expect(await codes()).toEqual({ storage: 'storage' });
    expect(bot.genie.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('checks again each time', async () => {
    bot = await openInProcess();
    bot.genie.faults.next({ path: 'spaces', times: 1 }, { status: 503 });
    expect(await codes()).toEqual({ genie: 'genie-unavailable' });
    expect(await codes()).toEqual({});
  });
});
