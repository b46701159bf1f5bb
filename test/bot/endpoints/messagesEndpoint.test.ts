import { describe, expect, it } from 'vitest';
import { createMessagesEndpoint } from '../../../src/bot/endpoints/messagesEndpoint.ts';
import type { InvokeResponse } from '../../../src/bot/ports.ts';
import { systemClock } from '../../../src/common/clock.ts';
import { AppError } from '../../../src/common/errors.ts';
import { createLog } from '../../../src/common/log.ts';
import { aMessage, anInvoke } from '../../support/activities.ts';
import { aPost } from '../../support/aPost.ts';
import { aTurnRunner } from '../../support/aTurnRunner.ts';

function open(handleActivity: () => Promise<InvokeResponse | undefined>, isKnown = true) {
  const lines: Record<string, unknown>[] = [];
  const receive = createMessagesEndpoint({
    runTurn: aTurnRunner(),
    checkCaller: async () => {
      if (!isKnown) throw new Error('no keys at https://login.botframework.com');
      return undefined;
    },
    handleActivity,
    clock: systemClock,
    log: createLog('info', (_level, line) => lines.push(JSON.parse(line))),
  });
  return { receive, lines };
}

const invoke = anInvoke({ name: 'adaptiveCard/action', value: {} });

describe('the messages endpoint', () => {
  it.each([
    ['breaks', true, 500, 'activity.failed', 'storage'],
    ['cannot be checked', false, 503, 'caller.unchecked', 'internal'],
  ])('only gives an error ID if an activity %s, and logs it', async (...row) => {
    const [_what, isKnown, status, event, code] = row;
    const fail = () => Promise.reject(new AppError('storage', 'secret details of the storage'));
    const { receive, lines } = open(fail, isKnown);
    const { body, ...response } = await receive(aPost(aMessage()));
    expect(response).toEqual({ status });
    const errorId = /^Something went wrong\. Error ID: ([0-9a-f]{8})$/.exec(String(body))?.[1];
    expect(lines).toEqual([expect.objectContaining({ event, code, errorId })]);
  });

  it('answers an invoke with the bot’s response', async () => {
    const { receive } = open(async () => ({ status: 200, body: { statusCode: 200 } }));
    expect(await receive(aPost(invoke))).toEqual({ status: 200, jsonBody: { statusCode: 200 } });
  });

  it('answers an unknown invoke with 501', async () => {
    const { receive } = open(async () => undefined);
    expect(await receive(aPost(invoke))).toEqual({ status: 501 });
  });

  it('answers anything else with an empty 200', async () => {
    const { receive } = open(async () => ({ status: 403 }));
    expect(await receive(aPost(aMessage()))).toEqual({ status: 200 });
  });
});
