import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src/common/errors.ts';
import { fetchRows } from '../../src/gateway/fetchRows.ts';
import type { GenieClient } from '../../src/genie/genieClient.ts';
import { textsFor } from '../../src/texts/textsFor.ts';
import { aMessage, aQuery } from '../answers/aMessage.ts';
import { createTestClient } from '../genie/testClient.ts';
import {
  type ScriptedResponse,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scriptedServer.ts';

let genie: ScriptedServer;
beforeEach(async () => {
  genie = await startScriptedServer();
});
afterEach(() => genie.close());

/** What a person reads in place of the rows if Genie answers so. */
async function reasonFor(response: ScriptedResponse, identity?: 'bot' | 'person') {
  genie.otherwise(response);
  const { client, clock } = createTestClient(genie.url, { retries: 0 });
  const rows = await fetchRows(client, aMessage(aQuery('q')), 'q', { clock, identity });
  return 'columns' in rows ? rows.error?.text : textsFor('en', 'en').table.missing[rows.error];
}

const denied = (message: string): ScriptedResponse => ({
  status: 403,
  body: { error_code: 'PERMISSION_DENIED', message },
});

describe('rows that are refused', () => {
  it.each([
    ['User not authorized.', 'You don’t have access to the Databricks workspace.'],
    ['You do not have CAN RUN on this Genie space', 'You don’t have access to this Genie space.'],
    [
      'User does not have CAN USE on warehouse 1',
      'Genie can’t use the SQL warehouse of this space.',
    ],
    ["User does not have SELECT on Table 'a.b'", 'You don’t have access to all of this data.'],
    ['no', 'You don’t have access to them.'],
    [
      'Provided token does not have required scopes: genie',
      'Your sign-in doesn’t include access to Genie.',
    ],
    ['Your IP address is blocked', 'Databricks doesn’t let this bot in.'],
  ])('say what the person lacks: %j', async (message, reason) => {
    expect(await reasonFor(denied(message), 'person')).toBe(reason);
  });

  it.each([
    [{ status: 401 }, 'Databricks didn’t accept your sign-in.'],
    [{ status: 404, body: { message: 'Unable to get space [1]' } }, 'you no longer have access'],
    [denied('Not the owner of conversation 1'), 'You don’t have access to them.'],
  ])('speak of the person: %j', async (response, reason) => {
    const said = await reasonFor(response, 'person');
    expect(said).toContain(reason);
    expect(said).not.toContain('bot');
  });

  it('speak of the bot unless told otherwise', async () => {
    const words = 'This bot doesn’t have access to them.';
    expect(await reasonFor(denied('User not authorized.'))).toBe(words);
    expect(await reasonFor(denied('no'), 'bot')).toBe(words);
  });

  it.each<ErrorCode>(['sign-in-expired', 'sign-in-required', 'sign-in-unavailable'])(
    'say what is wrong with the sign-in: %s',
    async (code) => {
      const { clock } = createTestClient(genie.url);
      const client = {
        getQueryResult: () => Promise.reject(new AppError(code, 'no token')),
      } as unknown as GenieClient;
      const rows = await fetchRows(client, aMessage(aQuery('q')), 'q', {
        clock,
        identity: 'person',
      });
      expect(rows).toEqual({ error: code, canRetry: true });
    },
  );
});

describe('a query that failed for want of a right', () => {
  const text = "[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table 'main.hr.pay'.";
  const failed = (message: string): ScriptedResponse => ({
    body: {
      statement_response: {
        status: { state: 'FAILED', error: { error_code: 'BAD_REQUEST', message } },
      },
    },
  });

  it('is explained to the person without naming what they can’t see', async () => {
    const words = 'You don’t have access to all of this data.';
    expect(await reasonFor(failed(text), 'person')).toBe(words);
    expect(await reasonFor(failed('PERMISSION_DENIED: no'), 'person')).toBe(words);
  });

  it('is quoted where the bot asks, and whatever else it failed for', async () => {
    expect(await reasonFor(failed(text), 'bot')).toContain('main.hr.pay');
    expect(await reasonFor(failed('[PARSE_SYNTAX_ERROR] at FROM'), 'person')).toContain('PARSE');
  });
});
