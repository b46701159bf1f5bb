import { expect, it } from 'vitest';
import { readText as readTextOf } from '../../../src/bot/activities/readText.ts';
import { activityShape } from '../../../src/bot/activityShape.ts';
import { aMessage } from '../../support/activities.ts';

const bot = { id: '28:bot', name: 'Genie' };

/** Reads what a client writes as the bot does: after its shape was checked. */
function readText(fields: object): string {
  const { text: _text, attachments: _attachments, ...ordinary } = aMessage();
  const activity = { ...ordinary, serviceUrl: 'https://smba.example.com', ...fields };
  return readTextOf(activityShape.parse(activity));
}

const mention = (mentioned: object, text: string) => ({ type: 'mention', mentioned, text });

it.each([
  ['<at>Genie</at> revenue by month', 'revenue by month'],
  ['<at>Genie</at>&nbsp;revenue by month', 'revenue by month'],
  ['revenue\u00a0<at>Genie</at>&nbsp;by month', 'revenue by month'],
  ['revenue by month <at>Genie</at>', 'revenue by month'],
  ['<at>Genie</at>\nrevenue\n  by month', 'revenue\n  by month'],
  ['<at>Genie</at>', ''],
])('the mention of the bot is no part of the text: %j', (text, expected) => {
  const entities = [mention(bot, '<at>Genie</at>')];
  expect(readText({ text, entities, recipient: bot })).toBe(expected);
});

it('a mention of someone else stays as their name', () => {
  const text = '<at>Genie</at> orders of <at>Grace Hopper</at> this year';
  const entities = [
    mention(bot, '<at>Genie</at>'),
    mention({ id: '29:grace', name: 'Grace Hopper' }, '<at>Grace Hopper</at>'),
  ];
  expect(readText({ text, entities, recipient: bot })).toBe('orders of Grace Hopper this year');
});

it.each([
  [
    'a name means nothing but itself',
    'ask <at>A</at>',
    [['<at>A</at>', "$& $` $' $1"]],
    "ask $& $` $' $1",
  ],
  [
    'what a mention brought in is not looked at again',
    'a b',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    'b a',
  ],
  [
    'the longest mention counts',
    '<at>Ada L</at>',
    [
      ['<at>Ada', 'x'],
      ['<at>Ada L</at>', 'Ada'],
    ],
    'Ada',
  ],
  [
    'the first of two with the same text counts',
    '<at>A</at>',
    [
      ['<at>A</at>', 'Ada'],
      ['<at>A</at>', 'Alan'],
    ],
    'Ada',
  ],
  ['each place is replaced', '<at>A</at>, <at>A</at>', [['<at>A</at>', 'Ada']], 'Ada, Ada'],
])('%s', (_what, text, mentions, expected) => {
  const entities = mentions.map(([written = '', name]) => mention({ id: '29:a', name }, written));
  expect(readText({ text, entities, recipient: bot })).toBe(expected);
});

it('two mentions of the bot leave one space', () => {
  const entities = [mention(bot, '<at>Genie</at>')];
  const text = 'revenue <at>Genie</at> <at>Genie</at>&nbsp; by month';
  expect(readText({ text, entities, recipient: bot })).toBe('revenue by month');
});

it.each([
  [{}, ''],
  [{ text: 'as it is' }, 'as it is'],
  [{ text: 'kept', entities: [{ type: 'mention' }] }, 'kept'],
  [{ text: 'kept', entities: [{ type: 'mention', text: 7, mentioned: null }] }, 'kept'],
  [{ text: 'K<B & “ÄÖ” 100%', entities: [{ type: 'clientInfo' }] }, 'K<B & “ÄÖ” 100%'],
])('fields that are missing cost nothing: %j', (activity, expected) => {
  expect(readText(activity)).toBe(expected);
});

/** As Teams renders a reply in a chat, with the message that it quotes. */
const reply = (quoted: string, written: string) => [
  {
    contentType: 'text/html',
    content: `<div>\n<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1600457867820">\n<strong itemprop="mri" itemid="28:bot">Genie</strong><span itemprop="time" itemid="1600457867820"></span>\n<p itemprop="preview">${quoted}</p>\n</blockquote>\n<p>${written}</p>\n</div>`,
  },
];

it.each([
  [
    'with its author',
    'Genie\r\nRevenue &amp; cost by region',
    'Genie Revenue & cost by region\r\n',
  ],
  ['alone', 'Revenue &amp; cost by region', 'Revenue &  cost\nby region\n\n'],
  [
    'cut short',
    'Revenue by region, of all products that …',
    'Revenue by region, of all products that … ',
  ],
])('what a reply quotes is not part of the text, %s', (_what, quoted, before) => {
  const attachments = reply(quoted.replace(/^Genie\r\n/, ''), 'only the top 2');
  expect(readText({ text: `${before}only the top 2`, attachments })).toBe('only the top 2');
});

it('a reply in a group loses its quote and the mention', () => {
  const entities = [mention(bot, '<at>Genie</at>')];
  const attachments = reply('Revenue by region', '<at>Genie</at>&nbsp;only the top 2');
  const text = 'Revenue by region\n<at>Genie</at>&nbsp;only the top 2';
  expect(readText({ text, entities, attachments, recipient: bot })).toBe('only the top 2');
});

it('what newer clients send instead of a quote is not part of the text', () => {
  expect(readText({ text: '<quoted messageId="1600457867820"/> only the top 2' })).toBe(
    'only the top 2',
  );
});

it.each([
  ['does not begin with it', 'only the top 2', reply('Revenue by region', 'only the top 2')],
  [
    'quotes something by itself',
    'Revenue\nby month',
    [{ contentType: 'text/html', content: '<blockquote>Revenue</blockquote><p>by month</p>' }],
  ],
  ['comes with other attachments', 'Revenue by month', [{ contentType: 'image/png' }]],
])('a text that %s stays whole', (_what, text, attachments) => {
  expect(readText({ text, attachments })).toBe(text);
});

it.each(['<blockquote itemtype="http://schema.skype.com/Reply">', '<', '<p itemprop="preview">'])(
  'a quarter of a megabyte of %j is searched in no time',
  (part) => {
    const content = `<blockquote itemtype="http://schema.skype.com/Reply">${part.repeat(250_000 / part.length)}</blockquote>`;
    const startedAt = performance.now();
    readText({ text: 'Revenue', attachments: [{ contentType: 'text/html', content }] });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  },
);
