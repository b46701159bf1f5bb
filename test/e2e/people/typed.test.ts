import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { messagesIn, readAloud } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: { USER_QUESTIONS_PER_MINUTE: '20' } });
});
afterAll(() => bot.close());

/** Posts a message as a client writes it, with the activity's fields as they are. */
async function write(fields: object) {
  const place = randomUUID();
  const person = { id: `29:${place}`, name: 'Ada' };
  const conversation = { id: place, conversationType: 'groupChat', isGroup: true };
  const ordinary = aMessage({ scene: 'group', conversation, from: person });
  const { attachments: _, entities, ...message } = ordinary;
  const { status } = await bot.post({ ...message, entities, ...fields } as typeof ordinary);
  expect(status).toBe(200);
  return {
    asked: () =>
      bot.genie
        .messages()
        .map(({ content }) => content.replace(/^\[[^\]]*\] /, ''))
        .at(-1),
    count: bot.genie.messages().length,
    said: () => messagesIn(bot.connector, place).map(readAloud).join('\n'),
  };
}

const mentioned = aMessage().recipient;
const ownMention = { type: 'mention', text: '<at>Genie</at>', mentioned };
const grace = { id: '29:grace', name: "Pay$' Ltd" };
const html = (content: string) => [{ contentType: 'text/html', content }];

describe('Genie is asked what the person typed', () => {
  it.each([
    [
      'with a mention that isn’t spelled out',
      { text: '<at>Genie</at> revenue by region', entities: [{ type: 'mention', mentioned }] },
      'revenue by region',
    ],
    [
      'with a comma after the mention',
      { text: '<at>Genie</at>, revenue by region', entities: [ownMention] },
      'revenue by region',
    ],
    [
      'with a name that looks like a pattern',
      {
        text: "<at>Genie</at> revenue by region without <at>Pay$' Ltd</at>",
        entities: [ownMention, { type: 'mention', mentioned: grace }],
      },
      "revenue by region without Pay$' Ltd",
    ],
    [
      'with quotations in between',
      {
        text: '<at>Genie</at> <quoted messageId="1"/> revenue <quoted messageId="2"/> by region',
        entities: [ownMention, { type: 'quotedReply', quotedReply: { messageId: '1' } }],
      },
      'revenue by region',
    ],
    [
      'that only its HTML holds',
      {
        text: undefined,
        entities: undefined,
        attachments: html('<div itemprop="copy-paste-block"><b>Revenue by region</b></div>'),
      },
      'Revenue by region',
    ],
    [
      'after nonsense in every field that doesn’t matter',
      {
        text: 'revenue by region',
        value: null,
        name: 7,
        action: [],
        replyToId: '',
        locale: 7,
        localTimezone: {},
        entities: 'none',
        attachments: { contentType: 'text/html' },
        membersAdded: 7,
        channelData: [],
      },
      'revenue by region',
    ],
  ])('%s', async (_how, fields, expected) => {
    const before = bot.genie.messages().length;
    const { asked } = await write(fields);
    await bot.connector.waitFor(() => bot.genie.messages().length > before);
    expect(asked()).toBe(expected);
  });
});

describe('a command is run, and Genie is not asked', () => {
  it.each([
    ['without the mention’s text', { entities: [{ type: 'mention', mentioned }] }],
    ['after a comma', { text: '<at>Genie</at>, help', entities: [ownMention] }],
    ['after a quotation', { text: '<at>Genie</at> <quoted messageId="1"/> help' }],
    ['after a name that was typed', { text: '@Genie help' }],
    ['with marks that nobody sees', { text: '\u200f\u200bhelp\u200e' }],
    ['with a full stop of another script', { text: '<at>Genie</at> help。' }],
    ['in full-width letters', { text: 'ｈｅｌｐ' }],
    ['in quotes', { text: '“help”' }],
    ['in HTML alone', { text: '', attachments: html('<p><at id="0">Genie</at> help</p>') }],
    ['with a value that is null', { value: null }],
    ['beside nothing but a mention', { text: '<at>Genie</at>', value: null }],
    ['beside nothing but a quotation', { text: '<quoted messageId="1"/>', value: {} }],
    ['beside an empty text', { text: '', value: '' }],
    ['beside nothing that can be seen', { text: '\u200b', value: [] }],
  ])('%s', async (_how, fields) => {
    const before = bot.genie.messages().length;
    const { said } = await write({ text: '<at>Genie</at> help', ...fields });
    expect(said()).toMatch(/How to ask/);
    expect(bot.genie.messages()).toHaveLength(before);
  });
});

it('a long HTML is refused in words rather than asked in part', async () => {
  const { said } = await write({ text: '', attachments: html(`<p>${'a '.repeat(60_000)}</p>`) });
  expect(said()).toMatch(/too long/);
});
