import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatSessionIdOf, newChatId, newNonce } from '../../../src/questions/ids.ts';
import {
  aChatVisitor,
  type ChatVisitor,
  type PageReply,
  pageOn,
} from '../../support/aChatVisitor.ts';
import { forgetWordsOf } from '../../support/forgetWordsOf.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: pageOn });
});
afterAll(() => bot.close());

interface TurnBody {
  text: string;
  state: string;
  message?: { text?: string; attachments?: { content: unknown }[] };
}

const turnsOf = ({ body }: PageReply): TurnBody[] => body.turns;
const cardOf = (turn: TurnBody | undefined) =>
  JSON.stringify(turn?.message?.attachments ?? turn?.message?.text ?? '');

/** The session has been idle for longer than a conversation lasts. */
async function idleOut(chatId: string): Promise<void> {
  const { sessions } = bot.storage;
  const current = await sessions.get(chatSessionIdOf(chatId));
  if (current === undefined) throw new Error('no session');
  const long = Date.now() - 100 * 3_600_000;
  await sessions.replace(current, { ...current.value, lastActivityAt: long, idleAt: long });
}

describe('opening a chat', () => {
  it('shows the conversation as it was: each question, and the message that the bot sent', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const answer = await chat.ask('Revenue by region');
    const next = await chat.ask('only the top 3');
    const { status, body } = await ada.get(`chats/${chat.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: chat.id, title: 'Revenue by region', spaceTitle: 'Sales' });
    expect(body.next).toBeUndefined();
    expect(body.turns).toMatchObject([
      { text: 'Revenue by region', state: 'answered', askedAt: expect.any(String) },
      { text: 'only the top 3', state: 'answered' },
    ]);
    for (const [index, sent] of [answer, next].entries()) {
      const { attachments, channelData, summary } = body.turns[index].message;
      expect(withoutTimes({ attachments, summary })).toEqual(
        withoutTimes({ attachments: sent.attachments, summary: sent['summary' as never] }),
      );
      expect(channelData.answerId).toBe(sent.channelData?.['answerId']);
      expect(channelData.feedbackToken).toEqual(expect.any(String));
    }
    const ids = bot.connector.activities(chat.conversationId).map(({ id }) => id);
    expect(ids).toContain(body.turns[0].answerActivityId);
    expect(body.turns[0].activityId).toEqual(expect.any(String));
  });

  it('shows it to who reads it now, in their language', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const german = turnsOf(await ada.get(`chats/${chat.id}`, { locale: 'de-DE' }))[0];
    expect(cardOf(german)).toMatch(/Umsatz|Zeilen|Antwort|Diagramm|Erneut/);
  });

  it('leaves out what a conversation of the channel’s brings, and doesn’t read it from Genie', async () => {
    const ada = aChatVisitor(bot);
    const before = await ada.open();
    await before.ask('Revenue by region');
    const now = await ada.open(before.id);
    await now.ask('only the top 3');
    const read = bot.genie.requests.length;
    const { body } = await ada.get(`chats/${now.id}`, { except: now.conversationId });
    expect(body).toMatchObject({ turns: [{ text: 'Revenue by region', state: 'answered' }] });
    const results = bot.genie.requests.slice(read).filter(({ path }) => /query-result/.test(path));
    expect(results).toHaveLength(1);
    const nothing = await ada.get(`chats/${before.id}`, { except: 'another' });
    expect(nothing.body.turns).toHaveLength(2);
  });

  it('turns pages of ten, the oldest first', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const asked = Array.from({ length: 12 }, (_, index) => `How many customers, ${index}?`);
    for (const text of asked) await chat.ask(text);
    const first = await ada.get(`chats/${chat.id}`);
    const second = await ada.get(`chats/${chat.id}`, { after: first.body.next });
    expect(turnsOf(first)).toHaveLength(10);
    expect(second.body.next).toBeUndefined();
    expect([...turnsOf(first), ...turnsOf(second)].map(({ text }) => text)).toEqual(asked);
  }, 20_000);

  it('has the words that the rows have forgotten', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region, long ago');
    await forgetWordsOf(bot, chat.id);
    const [turn] = turnsOf(await ada.get(`chats/${chat.id}`));
    expect(turn?.text).toBe('Revenue by region, long ago');
  });

  it('says in words what can’t be read now, and shows the other turns', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    await chat.ask('How many customers?');
    bot.genie.faults.next({ method: 'GET', path: /\/messages\/[^/]+$/ }, { status: 403 });
    const turns = turnsOf(await ada.get(`chats/${chat.id}`));
    expect(turns.map(({ state }) => state)).toEqual(['answered', 'answered']);
    const unread = turns.filter(({ message }) => message?.attachments === undefined);
    expect(unread).toHaveLength(1);
    expect(unread[0]?.message?.text).toMatch(/can’t be shown right now\. .+ \(Error ID: \w{8}\)/);
  });

  it('says what failed, and what was cancelled', async () => {
    const statuses = [{ status: 'ASKING_AI', ms: 60_000 }];
    bot.genie.faults.script('never opened', { statuses });
    bot.genie.faults.script('broken', { error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'No.' } });
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.hear('Revenue by broken region');
    await bot.settled();
    await chat.write('Revenue by region, never opened');
    expect(turnsOf(await ada.get(`chats/${chat.id}`)).map(({ state }) => state)).toEqual([
      'failed',
      'open',
    ]);
    await chat.hear('cancel');
    await bot.settled();
    const [failed, cancelled] = turnsOf(await ada.get(`chats/${chat.id}`));
    expect(failed).toMatchObject({ text: 'Revenue by broken region', state: 'failed' });
    expect(cardOf(failed)).toMatch(/Genie/);
    expect(cancelled).toMatchObject({
      text: 'Revenue by region, never opened',
      state: 'cancelled',
    });
    expect(cardOf(cancelled)).toMatch(/You cancelled this question/);
  });

  it('is empty for a chat in which nothing was asked yet', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    const { status, body } = await ada.get(`chats/${chat.id}`);
    expect([status, body.turns]).toEqual([200, []]);
  });

  it('has buttons that work, whichever conversation of the channel shows the chat', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region');
    const again = await ada.open(chat.id);
    const { body } = await ada.get(`chats/${chat.id}`);
    await again.click(body.turns[0].message, { action: 'rate', rating: 'POSITIVE' });
    expect(again.last()).toMatch(/Thank you/);
  });

  it('lets the next question go on in the same conversation, although it had idled out', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region to go on with');
    await idleOut(chat.id);
    await ada.get(`chats/${chat.id}`);
    const again = await ada.open(chat.id);
    await again.ask('only the top 3 to go on with');
    expect(conversationOf('top 3 to go on with')).toBe(conversationOf('region to go on with'));
  });

  it('does so even if nothing but the questions is left', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by region left alone');
    await bot.storage.sessions.delete(chatSessionIdOf(chat.id));
    await ada.get(`chats/${chat.id}`);
    await chat.ask('only the top 3 left alone');
    expect(conversationOf('top 3 left alone')).toBe(conversationOf('region left alone'));
  });

  it('doesn’t bring back what its owner ended by starting a new one', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by ended region');
    await chat.hear('reset');
    await ada.get(`chats/${chat.id}`);
    await chat.ask('How many ended customers?');
    expect(conversationOf('ended customers?')).not.toBe(conversationOf('ended region'));
  });

  it('starts a new one if Genie has lost the old one', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by lost region');
    bot.genie.faults.expireConversation(conversationOf('lost region') ?? '');
    await idleOut(chat.id);
    const [turn] = turnsOf(await ada.get(`chats/${chat.id}`));
    expect(turn?.state).toBe('answered');
    expect(turn?.message?.text).toMatch(/Genie/);
    await chat.ask('only the top 3 lost');
    expect(conversationOf('top 3 lost')).not.toBe(conversationOf('lost region'));
  });

  describe('of someone else', () => {
    const paths = (id: string) => [`chats/${id}`];

    it('is the same as one that isn’t there', async () => {
      const ada = aChatVisitor(bot);
      const chat = await ada.open();
      await chat.ask('Revenue by private region');
      const eve: ChatVisitor = aChatVisitor(bot);
      const [, digits] = chat.id.split('-');
      const ids = [chat.id, newChatId(eve.owner), `${eve.owner}-${digits}`, 'x', `${newNonce()}`];
      for (const path of ids.flatMap(paths)) {
        const { status, body } = await eve.get(path);
        expect([status, body.error.code], path).toEqual([404, 'not-found']);
      }
    });
  });

  it('is refused while four of the same visitor’s are under way, and for nobody else', async () => {
    const ada = aChatVisitor(bot);
    const chat = await ada.open();
    await chat.ask('Revenue by busy region');
    bot.genie.faults.next({ method: 'GET', path: '/messages/', times: 9 }, { delay: 300 });
    const opening = Array.from({ length: 6 }, () => ada.get(`chats/${chat.id}`));
    expect((await aChatVisitor(bot).get('chats')).status).toBe(200);
    const statuses = (await Promise.all(opening)).map(({ status }) => status);
    bot.genie.faults.clear();
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 429, 429]);
  });
});

function conversationOf(text: string): string | undefined {
  return bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.conversationId;
}

/** How long it took, and signed links with their times, differ each time. */
function withoutTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/\d+(\.\d+)? s\b/g, 'some s'));
}
