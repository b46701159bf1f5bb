import { expect, it } from 'vitest';
import { aChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { manyChats } from '../../support/manyChats.ts';
import { openInProcess } from '../../support/openInProcess.ts';

it('lists a hundred chats with one call of storage for all of them and one for each, ten at a time', async () => {
  const bot = await openInProcess({ env: pageOn });
  try {
    const ada = aChatVisitor(bot);
    await manyChats(bot, ada, 100);
    const { chats, questions, sessions } = bot.storage;
    const calls: string[] = [];
    let running = 0;
    let most = 0;
    const count = <T extends object>(name: string, store: T) => {
      for (const [key, method] of Object.entries(store)) {
        (store as Record<string, unknown>)[key] = async (...args: unknown[]) => {
          calls.push(`${name}.${key}`);
          running += 1;
          most = Math.max(most, running);
          // As long as a row takes: calls that can overlap do.
          await new Promise(setImmediate);
          try {
            return await method.apply(store, args);
          } finally {
            running -= 1;
          }
        };
      }
    };
    count('chats', chats);
    count('questions', questions);
    count('sessions', sessions);
    const asked = bot.genie.requests.length;
    expect((await ada.get('chats')).body.chats).toHaveLength(30);
    expect(calls.filter((call) => call === 'chats.listAll')).toHaveLength(1);
    expect(calls.filter((call) => call === 'questions.listAll')).toHaveLength(100);
    expect(calls).toHaveLength(101);
    expect(most).toBe(10);
    // Every row has its words, and the space is known by now.
    expect(bot.genie.requests.length - asked).toBeLessThanOrEqual(1);
  } finally {
    await bot.close();
  }
}, 30_000);

it('does little for who asks two hundred times at once, and logs nothing as failed', async () => {
  const bot = await openInProcess({ env: pageOn });
  try {
    const ada = aChatVisitor(bot);
    const { allowances } = bot.storage;
    let calls = 0;
    for (const [key, method] of Object.entries(allowances)) {
      (allowances as unknown as Record<string, unknown>)[key] = async (...args: unknown[]) => {
        calls += 1;
        // As long as a row takes: writes of the same one come between each other.
        await new Promise(setImmediate);
        return (method as (...args: unknown[]) => unknown).apply(allowances, args);
      };
    }
    const replies = await Promise.all(Array.from({ length: 200 }, () => ada.get('chats')));
    const statuses = new Set(replies.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 429]);
    expect(calls).toBeLessThan(600);
    expect(bot.log.filter(({ event }) => event === 'page.failed')).toEqual([]);
    expect((await ada.get('chats')).status).toBe(200);
  } finally {
    await bot.close();
  }
}, 30_000);
