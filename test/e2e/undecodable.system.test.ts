import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '../support/openStage.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

let stage: Stage;
let bot: Bot;
let questions: QueueClient;
let poison: QueueClient;
beforeAll(async () => {
  stage = await openStage();
  // What Azure waits between two tries, cut to a second.
  bot = await stage.startBot({
    AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:01',
  });
  [questions, poison] = ['questions', 'questions-poison'].map(
    (name) => new QueueClient(stage.azurite.connectionString, name),
  ) as [QueueClient, QueueClient];
  await questions.createIfNotExists();
});
afterAll(() => stage.close());

const linesOf = (event: string) => bot.log.filter((line) => line.event === event);

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');

/** By what's wrong with it. */
const unreadable = {
  'no Base64': 'not base64!',
  'no text': base64(Buffer.from([0xff, 0xfe, 0x41])),
  'no JSON': base64('words'),
  'no question': base64('{"kind":"go"}'),
  'no question ID': base64('{"kind":"go","questionId":7}'),
  'a number': '12345678',
};

it('each queue message that nothing can read ends in a line that raises the alert, and then is gone', async () => {
  const texts = Object.values(unreadable);
  for (const text of texts) await questions.sendMessage(text);
  await until(() => linesOf('queue.poison').length === texts.length);
  for (const line of linesOf('queue.poison')) {
    expect(line).toMatchObject({ level: 'error' });
    expect(line).not.toHaveProperty('questionId');
  }
  for (const text of texts) expect(bot.output()).not.toContain(text);
  await vi.waitFor(async () => {
    for (const queue of [questions, poison]) {
      expect((await queue.getProperties()).approximateMessagesCount).toBe(0);
    }
  });
}, 60_000);

it('each of its five tries leaves a line of ours, and the host learns nothing but its error ID', () => {
  const failures = linesOf('function.failed');
  expect(failures).toHaveLength(5 * Object.keys(unreadable).length);
  for (const { errorId } of failures) {
    const told = `FailedRun: The line function.failed with the error ID ${errorId} says why.`;
    expect(bot.output()).toContain(told);
  }
  expect(bot.output()).not.toMatch(/^host .*names no question/m);
});

it('a message that anyone could write by hand, in plain JSON, is as good as Base64', async () => {
  const before = linesOf('function.failed').length;
  await questions.sendMessage('{"kind":"watch","questionId":"s-q"}');
  await stage.azurite.drain();
  expect(linesOf('function.failed')).toHaveLength(before);
});
