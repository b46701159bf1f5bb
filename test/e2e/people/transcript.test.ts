import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt, type Person } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const thread = '19:sales@thread.tacv2;messageid=1';
const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({
    connector: {
      member: (id) =>
        id === bob.id
          ? { id, name: 'Bob Noyce', email: 'bob@example.com' }
          : { id, name: 'Ada Lovelace', email: 'ada@example.com' },
    },
  });
});
afterAll(() => bot.close());

/** An answer in one line, and the first lines of anything else: a transcript is for people. */
function excerpt(message: Activity): string {
  const { summary } = message as { summary?: string };
  const isAnswer = message.channelData !== undefined;
  const lines = (isAnswer && summary ? summary : readAloud(message)).split('\n');
  const shown = lines.slice(0, 4).map((line) => `            ${line.slice(0, 96)}`);
  return [...shown, ...(lines.length > 4 ? ['            …'] : [])].join('\n').trimStart();
}

it('two people in a channel thread, and one of them in a chat, have three conversations', async () => {
  const transcript: string[] = [];
  const note = (where: string, who: string, said: string) =>
    transcript.push(`${`[${where}]`.padEnd(10)}${who}: ${said}`);
  const speaker = (where: string, who: string, person: Person) => ({
    async asks(text: string) {
      note(where, who, text);
      const answer = await person.ask(text);
      note(where, 'Genie', excerpt(answer));
      return answer;
    },
    async writes(text: string) {
      note(where, who, text);
      const reply = await person.hear(text);
      note(where, 'Genie', excerpt(reply));
      return reply;
    },
    async clicks(message: Activity, label: string, data: Record<string, unknown>) {
      note(where, who, `(clicks “${label}”)`);
      await person.click(message, data);
      note(where, 'Genie', excerpt(person.messages().at(-1) ?? message));
    },
  });
  const ada = speaker('channel', 'Ada', aPersonAt(bot, thread, { scene: 'channel' }));
  const bobs = aPersonAt(bot, thread, { scene: 'channel', from: bob });
  const bobSpeaks = speaker('channel', 'Bob', bobs);
  const adaInChat = speaker('chat', 'Ada', aPersonAt(bot, 'a:chat'));

  await ada.asks('Revenue by region');
  await bobSpeaks.asks('How many orders are there per month?');
  const top = await ada.asks('only the top 3');
  await bobSpeaks.clicks(top, 'Ask again', { action: 'again' });
  await adaInChat.asks('Who are our top 10 customers by revenue?');
  await adaInChat.asks('only the top 2');
  await bobSpeaks.writes('history');
  const history = await ada.writes('History.');
  await bobSpeaks.clicks(history, 'Delete', { action: 'delete' });
  await ada.writes('halp');
  await ada.writes('reset');
  await ada.asks('Revenue by category');
  await ada.clicks(await ada.writes('history'), 'Continue', { action: 'continue' });
  await ada.asks('only the top 5');
  await bobSpeaks.writes('who am I?');
  await bobSpeaks.clicks(await bobSpeaks.writes('logout and delete'), 'Delete and log out', {
    action: 'delete-all',
  });
  console.log(transcript.join('\n'));

  const asked = bot.genie.messages().map(({ content, conversationId }) => ({
    content,
    conversation: conversationId,
  }));
  const conversations = Map.groupBy(asked, ({ conversation }) => conversation);
  expect([...conversations.values()].map((all) => all.map(({ content }) => content))).toEqual([
    [
      '[ada@example.com] Revenue by region',
      '[ada@example.com] only the top 3',
      '[ada@example.com] only the top 5',
    ],
    [
      '[ada@example.com] Who are our top 10 customers by revenue?',
      '[ada@example.com] only the top 2',
    ],
    ['[ada@example.com] Revenue by category'],
  ]);
  const inChannel = bobs.messages().map(readAloud).join('\n');
  expect(inChannel).not.toContain('top 10 customers');
  expect(inChannel).toMatch(/Only the person who asked/);
  expect(inChannel).toMatch(/it belongs to someone else/);
});
