import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '../support/openStage.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

let stage: Stage;
let bot: Bot;
const open = (name: string) => new QueueClient(stage.azurite.connectionString, name);
beforeAll(async () => {
  stage = await openStage();
  // What Azure waits between two tries, cut to a second.
  bot = await stage.startBot({
    AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:01',
  });
});
afterAll(() => stage.close());

const linesOf = (event: string) => bot.log.filter((line) => line.event === event);

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');

/** By what's wrong with it. */
const unreadable = {
  'no Base64': 'not base64!',
  'no text': base64(Buffer.from([0xff, 0xfe, 0x41])),
  'no JSON': base64('words'),
  'a number': '12345678',
};

describe.each([
  {
    name: 'questions',
    others: {
      'no question': '{"kind":"go"}',
      'no question ID': '{"kind":"go","questionId":7}',
      'of another queue': '{"kind":"due","subscriptionId":"o-s","look":1}',
    },
    readable: '{"kind":"watch","questionId":"s-q"}',
    said: 'names no question',
  },
  {
    name: 'subscriptions',
    others: {
      'no subscription': '{"kind":"due"}',
      'no look': '{"kind":"due","subscriptionId":"o-s"}',
      'of another queue': '{"kind":"go","questionId":"s-q"}',
    },
    readable: '{"kind":"due","subscriptionId":"o-s","look":1}',
    said: 'names no subscription',
  },
])('a message of the queue $name', ({ name, others, readable, said }) => {
  const texts = [...Object.values(unreadable), ...Object.values(others).map(base64)];
  const earlier = { poison: 0, failures: 0 };
  beforeAll(async () => {
    earlier.poison = linesOf('queue.poison').length;
    earlier.failures = linesOf('function.failed').length;
    await open(name).createIfNotExists();
  });

  it('that nothing can read ends in a line that raises the alert, and then is gone', async () => {
    const queue = open(name);
    for (const text of texts) await queue.sendMessage(text);
    const lines = () => linesOf('queue.poison').slice(earlier.poison);
    await until(() => lines().length === texts.length);
    for (const line of lines()) {
      expect(line).toMatchObject({ level: 'error' });
      expect(line).not.toHaveProperty('questionId');
      expect(line).not.toHaveProperty('subscriptionId');
    }
    for (const text of texts) expect(bot.output()).not.toContain(text);
    await vi.waitFor(async () => {
      for (const each of [queue, open(`${name}-poison`)]) {
        expect((await each.getProperties()).approximateMessagesCount).toBe(0);
      }
    });
  }, 60_000);

  it('leaves a line of ours at each of its five tries, and the host learns nothing but its error ID', () => {
    const failures = linesOf('function.failed').slice(earlier.failures);
    expect(failures).toHaveLength(5 * texts.length);
    for (const { errorId } of failures) {
      const told = `FailedRun: The line function.failed with the error ID ${errorId} says why.`;
      expect(bot.output()).toContain(told);
    }
    expect(bot.output()).not.toMatch(new RegExp(`^host .*${said}`, 'm'));
  });

  it('that anyone could write by hand, in plain JSON, is as good as Base64', async () => {
    const before = linesOf('function.failed').length;
    await open(name).sendMessage(readable);
    await stage.azurite.drain();
    expect(linesOf('function.failed')).toHaveLength(before);
  });
});
