import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatSessionIdOf, newChatId } from '../../../src/questions/ids.ts';
import { aChatVisitor, type ChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

const clock = createMovableClock();
let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ clock, env: pageOn });
});
afterAll(() => bot.close());

const isInGenie = (text: string) =>
  bot.genie.messages().some(({ content }) => content.endsWith(text));
const listed = async (visitor: ChatVisitor) =>
  (await visitor.get('chats')).body.chats.map(({ id }: { id: string }) => id);

async function askedIn(ada: ChatVisitor, text: string) {
  const chat = await ada.open();
  await chat.ask(text);
  return chat;
}

describe('deleting a chat', () => {
  it('hides it everywhere at once, and can be undone for half a minute', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by hidden region');
    const before = clock.now();
    const { status, body } = await ada.send('DELETE', `chats/${chat.id}`);
    expect(status).toBe(202);
    expect(Date.parse(body.undoUntil) - before).toBeGreaterThanOrEqual(30_000);
    expect(await listed(ada)).toEqual([]);
    expect((await ada.get('chats', { search: 'hidden' })).body.chats).toEqual([]);
    for (const [method, path, sent] of [
      ['GET', `chats/${chat.id}`],
      ['GET', `chats/${chat.id}/download?format=markdown`],
      ['PATCH', `chats/${chat.id}`, { title: 'x' }],
      ['PUT', `chats/${chat.id}/space`, { spaceId: 'x' }],
      ['GET', `spaces?chat=${chat.id}`],
    ] as const) {
      expect((await ada.send(method, path, sent)).status, `${method} ${path}`).toBe(404);
    }
    expect((await chat.hear('history')).type).toBe('message');
    expect(chat.last()).toMatch(/no conversations here yet/);
    expect(isInGenie('hidden region')).toBe(true);

    expect((await ada.send('POST', `chats/${chat.id}/restore`)).status).toBe(204);
    expect(await listed(ada)).toEqual([chat.id]);
    expect((await ada.get(`chats/${chat.id}`)).body.turns).toHaveLength(1);
    expect((await ada.get(`chats/${chat.id}`)).body.turns[0].state).toBe('answered');
  });

  it('deletes it for good at once if told to, in Genie too', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by region for now');
    await ada.send('PATCH', `chats/${chat.id}`, { title: 'Secret name' });
    await chat.hear('reset');
    await chat.ask('How many customers for now?');
    expect((await ada.send('DELETE', `chats/${chat.id}?now=true`)).status).toBe(204);
    expect(isInGenie('for now') || isInGenie('for now?')).toBe(false);
    expect(await bot.storage.chats.get(chat.id)).toBeUndefined();
    expect(await bot.storage.sessions.get(chatSessionIdOf(chat.id))).toBeUndefined();
    const rows = await bot.storage.questions.listAll(chatSessionIdOf(chat.id));
    expect(
      rows.map(({ text, content, conversationDeleted }) => [text, content, conversationDeleted]),
    ).toEqual([
      [undefined, undefined, true],
      [undefined, undefined, true],
    ]);
    expect((await ada.send('POST', `chats/${chat.id}/restore`)).status).toBe(410);
    expect((await ada.send('DELETE', `chats/${chat.id}?now=true`)).status).toBe(404);
  });

  it('is carried out by the sweep once the time to undo it is over, and not before', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by swept region');
    const kept = await askedIn(ada, 'Revenue by kept region');
    await ada.send('DELETE', `chats/${chat.id}`);
    await bot.app.sweep();
    expect(isInGenie('swept region')).toBe(true);
    clock.skip(31_000);
    await bot.app.sweep();
    expect(isInGenie('swept region')).toBe(false);
    expect(isInGenie('kept region')).toBe(true);
    expect((await ada.send('POST', `chats/${chat.id}/restore`)).status).toBe(410);
    expect(await listed(ada)).toEqual([kept.id]);
  });

  it('isn’t carried out for one that was restored, however often the sweep comes', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by restored region');
    await ada.send('DELETE', `chats/${chat.id}`);
    await ada.send('POST', `chats/${chat.id}/restore`);
    for (const ms of [31_000, 2 * 3_600_000, 3_600_000]) {
      clock.skip(ms);
      await bot.app.sweep();
      expect(await listed(ada)).toEqual([chat.id]);
    }
    expect(isInGenie('restored region')).toBe(true);
    // Deleted again, it is found again.
    await ada.send('DELETE', `chats/${chat.id}`);
    clock.skip(31_000);
    await bot.app.sweep();
    expect(isInGenie('restored region')).toBe(false);
  });

  it('is tried again by later sweeps if Genie refuses, hidden, and said once in the log', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by refused region');
    const refuse = () => bot.genie.faults.next({ method: 'DELETE', times: 9 }, { status: 403 });
    refuse();
    expect((await ada.send('DELETE', `chats/${chat.id}?now=true`)).status).toBe(503);
    clock.skip(31_000);
    await bot.app.sweep();
    await bot.app.sweep();
    expect(isInGenie('refused region')).toBe(true);
    expect(await listed(ada)).toEqual([]);
    expect((await ada.send('POST', `chats/${chat.id}/restore`)).status).toBe(410);
    const told = bot.log.filter(
      ({ event, chatId }) => event === 'chat.notDeleted' && chatId === chat.id,
    );
    expect(told).toHaveLength(1);
    bot.genie.faults.clear();
    await bot.app.sweep();
    expect(isInGenie('refused region')).toBe(false);
    expect(await bot.storage.chats.get(chat.id)).toBeUndefined();
  });

  it('cancels what is being asked in it, and says in an open tab that it’s gone', async () => {
    const statuses = [{ status: 'ASKING_AI', ms: 60_000 }];
    bot.genie.faults.script('never deleted', { statuses });
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.write('Revenue by region, never deleted');
    await ada.send('DELETE', `chats/${chat.id}`);
    const [question] = await bot.storage.questions.listAll(chatSessionIdOf(chat.id));
    expect(question?.failure?.code).toBe('cancelled-by-asker');
    await chat.hear('How many customers?');
    expect(chat.last()).toMatch(/This chat was deleted/);
    await ada.send('POST', `chats/${chat.id}/restore`);
    await chat.ask('How many customers then?');
    expect(chat.answers()).toHaveLength(1);
  });

  it('leaves nothing of what an open tab asks after it is gone', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by region in two tabs');
    await ada.send('DELETE', `chats/${chat.id}?now=true`);
    await chat.hear('Revenue by month in two tabs');
    expect(chat.last()).toMatch(/This chat was deleted/);
    expect(isInGenie('month in two tabs')).toBe(false);
  });

  it('twice says the same, and has no effect on who isn’t its owner', async () => {
    const ada = aChatVisitor(bot);
    const chat = await askedIn(ada, 'Revenue by region twice');
    const eve = aChatVisitor(bot);
    for (const method of ['DELETE', 'PATCH'] as const) {
      const reply = await eve.send(method, `chats/${chat.id}`, { title: 'Eve’s' });
      expect([reply.status, reply.body.error.code]).toEqual([404, 'not-found']);
    }
    expect((await eve.send('DELETE', `chats/${chat.id}?now=true`)).status).toBe(404);
    expect((await eve.send('POST', `chats/${chat.id}/restore`)).status).toBe(404);
    expect((await ada.send('DELETE', `chats/${newChatId(ada.owner)}`)).status).toBe(404);
    expect((await ada.send('POST', `chats/${newChatId(ada.owner)}/restore`)).status).toBe(404);
    const first = await ada.send('DELETE', `chats/${chat.id}`);
    const second = await ada.send('DELETE', `chats/${chat.id}`);
    expect(second.body).toEqual(first.body);
    expect((await eve.send('POST', `chats/${chat.id}/restore`)).status).toBe(404);
    expect(await listed(ada)).toEqual([]);
  });
});
