import { describe, expect, it } from 'vitest';
import { activityShape } from '../../../src/bot/activityShape.ts';
import { readText as readTextOf } from '../../../src/bot/text/readText.ts';
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

describe('a mention of the bot', () => {
  const named = (name: string) => ({ id: '28:bot', name });
  const asked = (text: string, name: string, entity: object = {}) =>
    readText({
      text,
      recipient: named(name),
      entities: [{ type: 'mention', mentioned: named(name), ...entity }],
    });

  it.each([
    ['without its text', '<at>Genie</at> reset', 'Genie', {}],
    ['with no text but null', '<at>Genie</at> reset', 'Genie', { text: null }],
    ['with an empty text', '<at>Genie</at> reset', 'Genie', { text: '' }],
    ['with another text', '<at>Genie</at> reset', 'Genie', { text: '<at>Genie Bot</at>' }],
    ['with attributes', '<at id="0">Genie</at> reset', 'Genie', { text: '<at>Genie</at>' }],
    ['in capitals', '<AT>GENIE</AT> reset', 'Genie', { text: '<at>Genie</at>' }],
    ['escaped', '<at>Q&amp;A Genie</at> reset', 'Q&A Genie', {}],
    ['escaped by number', '<at>Q&#38;A Genie</at> reset', 'Q&A Genie', {}],
    ['escaped beside it alone', '<at>Q&A Genie</at> reset', 'Q&amp;A Genie', {}],
    ['with angle brackets', '<at>A<B> $& Genie</at> reset', 'A<B> $& Genie', {}],
    ['with escaped angle brackets', '<at>A&lt;B&gt; Genie</at> reset', 'A<B> Genie', {}],
    ['with an emoji', '<at>Genie 🧞‍♂️</at> reset', 'Genie 🧞‍♂️', {}],
    ['with an emoji in another form', '<at>Genie ❤</at> reset', 'Genie ❤️', {}],
    ['with non-breaking blanks', '<at>Q&nbsp;A\u00a0Genie</at>\u202freset', 'Q A Genie', {}],
    ['with marks that are cleaned', '<at>Gen\u202eie</at> reset', 'Gen\u202eie', {}],
    ['with a zero-width mark', '<at>Genie\u200b</at> reset', 'Genie', {}],
    ['without a name', '<at>Genie</at> reset', 'Genie', { mentioned: { id: '28:bot' } }],
    ['with another name', '<at>Jinni</at> reset', 'Genie', { mentioned: named('The Genie') }],
  ])('is taken out %s', (_how, text, name, entity) => {
    expect(asked(text, name, entity)).toBe('reset');
    // Found by its name alone, and not by its place.
    const isNamed = !('mentioned' in entity);
    if (isNamed) expect(asked(text, name, { text: '<at>x</at>' })).toBe('reset');
  });

  it('is known by the bot’s name if the activity doesn’t explain it', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      mention({ id: `29:${at}` }, `<at>${at}</at>`),
    );
    for (const entities of [undefined, null, [], [{ type: 'clientInfo' }], many]) {
      expect(readText({ text: '<at>Genie</at> reset', recipient: bot, entities })).toBe('reset');
    }
  });

  it.each([
    ['<at>Genie</at>, reset', 'reset'],
    ['<at>Genie</at>: reset', 'reset'],
    ['<at>Genie</at>; reset', 'reset'],
    ['<at>Genie</at> – reset', 'reset'],
    ['<at>Genie</at> — reset', 'reset'],
    ['<at>Genie</at> - reset', 'reset'],
    ['<at>Genie</at>-reset', 'reset'],
    ['<at>Genie</at>! Reset', 'Reset'],
    ['<at>Genie</at>. Reset', 'Reset'],
    ['<at>Genie</at>，reset', 'reset'],
    ['<at>Genie</at>،&nbsp;reset', 'reset'],
    ['<at>Genie</at>,\nreset', 'reset'],
    ['  <at>Genie</at> ,  reset', 'reset'],
    ['<at>Genie</at>, <at>Genie</at>: reset', 'reset'],
    ['reset, <at>Genie</at>', 'reset'],
    ['reset – <at>Genie</at>', 'reset'],
    ['Hi <at>Genie</at>, reset', 'Hi, reset'],
    ['Hi, <at>Genie</at>, reset', 'Hi, reset'],
    ['Can you <at>Genie</at> reset?', 'Can you reset?'],
    ['reset <at>Genie</at>?', 'reset?'],
    ['<at>Genie</at>, ', ''],
  ])('goes with the punctuation that belongs to it: %j', (text, expected) => {
    expect(asked(text, 'Genie')).toBe(expected);
  });

  it.each([
    ['<at>Genie</at> -5 % or less', '-5 % or less'],
    ['<at>Genie</at> –.5 or less', '–.5 or less'],
    ['<at>Genie</at> .NET licences', '.NET licences'],
    ['<at>Genie</at>\n- revenue\n- orders', '- revenue\n- orders'],
    ['<at>Genie</at> “revenue”, by region', '“revenue”, by region'],
    ['<at>Genie</at> revenue: by region', 'revenue: by region'],
    ['<at>Genie</at> <quoted text> of reviews', '<quoted text> of reviews'],
    ['<at>Genie</at> where a <attitude> b', 'where a <attitude> b'],
  ])('leaves what is the question’s own: %j', (text, expected) => {
    expect(asked(text, 'Genie')).toBe(expected);
  });

  it.each([
    ['@Genie reset', 'reset'],
    ['@genie, reset', 'reset'],
    ['@Genie: reset', 'reset'],
    ['@Genie - reset', 'reset'],
    ['＠Genie reset', 'reset'],
    [' @Genie\u00a0reset', 'reset'],
    ['<at>Genie</at> @Genie reset', 'reset'],
    ['@Genie', ''],
    ['@Genies of the lamp', '@Genies of the lamp'],
    ['@Genie.example reset', '@Genie.example reset'],
    ['@Genie’s revenue', '@Genie’s revenue'],
    ['@Genie-2 revenue', '@Genie-2 revenue'],
    ['@Gen reset', '@Gen reset'],
    ['Genie, reset', 'Genie, reset'],
    ['revenue of @Genie', 'revenue of @Genie'],
  ])('can be typed by hand, at the start and as a whole: %j', (text, expected) => {
    expect(readText({ text, recipient: bot })).toBe(expected);
  });
});

describe('a mention of someone else', () => {
  const grace = (name: string) => ({ id: '29:grace', name });

  it.each([
    ["Pay$' Ltd", "Pay$' Ltd"],
    ['A & B', 'A &amp; B'],
    ['A<B>', 'A&lt;B&gt;'],
    ['A<B>', 'A<B>'],
    ['Ångström $1', 'Ångström $1'],
    ['Grace 🌸', 'Grace 🌸'],
  ])('becomes their name: %s', (name, written) => {
    const text = `<at>Genie</at> orders of <at>${written}</at> today`;
    const withText = [mention(bot, '<at>Genie</at>'), mention(grace(name), `<at>${written}</at>`)];
    const withoutText = withText.map(({ text: _, ...entity }) => entity);
    for (const entities of [withText, withoutText]) {
      expect(readText({ text, entities, recipient: bot })).toBe(`orders of ${name} today`);
    }
  });

  it('becomes the name that stands in the text if nothing explains it', () => {
    const text = '<at>Genie</at> orders of <at id="1">A &amp; B</at> today';
    expect(readText({ text, recipient: bot })).toBe('orders of A & B today');
  });

  it('is told from the bot’s by its place if both have one name', () => {
    const text = '<at>Genie</at> orders of <at>Genie</at> today';
    const entities = [mention(bot, '<at>Genie</at>'), mention(grace('Genie'), '<at>Genie</at>')];
    expect(readText({ text, entities, recipient: bot })).toBe('orders of Genie today');
  });
});

describe('the mark of a quotation', () => {
  const quoted = '<quoted messageId="1600457867820"/>';

  it.each([
    [`${quoted} and by month?`, 'and by month?'],
    [`${quoted}${quoted} and by month?`, 'and by month?'],
    [`${quoted}\n${quoted}\nand by month?`, 'and by month?'],
    [`and by month? ${quoted}`, 'and by month?'],
    [`revenue ${quoted} and by month?`, 'revenue and by month?'],
    [`revenue ${quoted} and ${quoted} by month?`, 'revenue and by month?'],
    [`<at>Genie</at> ${quoted} help`, 'help'],
    [`${quoted} <at>Genie</at> help`, 'help'],
    [`${quoted}<at>Genie</at>&nbsp;help`, 'help'],
    [`<at>Genie</at>, ${quoted} help`, 'help'],
    ['<quoted messageId="1"></quoted> help', 'help'],
    ['<quoted messageId="1">Revenue by region</quoted> help', 'help'],
    ['<quoted messageId="1"> help <quoted messageId="2"></quoted>', 'help'],
    ['<quoted messageId="1">help', 'help'],
    ["<Quoted type='reply' messageid='1' />help", 'help'],
    ['<quoted\n  messageId = 1 />help', 'help'],
    [quoted, ''],
  ])('is never the question’s: %j', (text, expected) => {
    const entities = [
      mention(bot, '<at>Genie</at>'),
      { type: 'quotedReply', quotedReply: { messageId: '1600457867820' } },
    ];
    expect(readText({ text, entities, recipient: bot })).toBe(expected);
  });

  it.each([
    'What does <quoted> mean?',
    'reviews with <quoted text> in them',
    '</quoted> in reviews',
    '<quoted-message messageId="1"/> in reviews',
    'a <quoted messageId="1"',
  ])('is told from what a person types: %j', (text) => {
    expect(readText({ text })).toBe(text);
  });
});

describe('a message that only its HTML holds', () => {
  const html = (content: string, more = {}) =>
    readText({ text: '', attachments: [{ contentType: 'text/html', content }], ...more });

  it.each([
    [
      '<div><div itemprop="copy-paste-block"><div style="font-size:14px"><strong>Revenue by region</strong></div></div></div>',
      'Revenue by region',
    ],
    ['<p>Q&amp;A &lt;b&gt;&nbsp;&#8217;&#x20AC; &uuml;&hellip;</p>', 'Q&A <b> ’€ ü…'],
    ['<p>revenue<br>by\n  month</p><p>&nbsp;</p><p>top 3</p>', 'revenue\nby month\ntop 3'],
    ['<ul><li>revenue</li><li><p>orders</p></li></ul>by month', '- revenue\n- orders\nby month'],
    [
      '<ol><li>revenue<ul><li>net</li></ul></li><li>orders</li></ol>',
      '1. revenue\n- net\n2. orders',
    ],
    [
      '<table><thead><tr><th>Region</th><th>Revenue</th></tr></thead><tr><td><p>Europe</p></td><td>1<br>2</td></tr></table>',
      'Region | Revenue\nEurope | 1 2',
    ],
    ['<pre>SELECT 1\nFROM a</pre>', 'SELECT 1\nFROM a'],
    [
      '<p>top 3 <img alt="a cat" src="https://a.example/b.png"><attachment id="1"></attachment></p>',
      'top 3',
    ],
    ['<p>top 3 <emoji id="smile" alt="🙂"></emoji></p>', 'top 3 🙂'],
    ['<style>p { color: red }</style><p>top 3</p><!-- a comment --><script>x()</script>', 'top 3'],
    ['<p>1 < 2 and 3 > 2</p>', '1 < 2 and 3 > 2'],
    ['<p>re\u202evenue&#x202e; by&#0; region</p>', 'revenue by&#0; region'],
    ['<p><img src="https://a.example/b.png"></p>', ''],
    ['<attachment id="1"></attachment>', ''],
    ['plain words', 'plain words'],
    ['', ''],
  ])('is read from that: %j', (content, expected) => {
    expect(html(content)).toBe(expected);
  });

  it('loses the messages that it quotes', () => {
    const [{ content = '' } = {}] = reply('Revenue by region', 'only the top 2');
    expect(html(content)).toBe('only the top 2');
    expect(html(reply('Revenue', '')[0]?.content ?? '')).toBe('');
    const single = "<blockquote itemtype='http://schema.skype.com/Reply'>a <i>b</i></blockquote>";
    expect(html(`${single}<p>only the top 2</p>`)).toBe('only the top 2');
    const nested =
      '<blockquote itemtype="http://schema.skype.com/Reply">a<blockquote>b</blockquote>c</blockquote>';
    expect(html(`${nested}only the top 2${nested}`)).toBe('only the top 2');
    expect(html('<p><quoted messageId="1"></quoted>only the top 2</p>')).toBe('only the top 2');
    expect(html('<blockquote>Revenue</blockquote><p>by month</p>')).toBe('Revenue\nby month');
  });

  it.each([
    ['<p><at id="0">Genie</at>&nbsp;revenue by month</p>', 'revenue by month'],
    [
      '<div><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Genie</span>, revenue by <span>month</span></div>',
      'revenue by month',
    ],
    [
      '<div><span itemtype="http://schema.skype.com/Mention" itemid="0"><b>Genie</b></span> orders of <span itemtype="http://schema.skype.com/Mention">A &amp; B</span></div>',
      'orders of A & B',
    ],
    ['<p><at>Genie</at></p>', ''],
  ])('loses the mention of the bot: %j', (content, expected) => {
    const entities = [{ type: 'mention', mentioned: bot }];
    expect(html(content, { entities, recipient: bot })).toBe(expected);
    const text = '<at>Genie</at>';
    expect(html(content, { entities, recipient: bot, text })).toBe(expected);
  });

  it('is refused as a whole if it is too long to be read as a whole', () => {
    expect(html(`<p>${'a'.repeat(100_000)}</p>`).length).toBeGreaterThan(10_000);
    expect(html(`<p>${'<b></b>'.repeat(15_000)}help</p>`).length).toBeGreaterThan(10_000);
    expect(html(`<p>${'<b></b>'.repeat(10_000)}help</p>`)).toBe('help');
  });

  it('doesn’t count if there is a text', () => {
    const attachments = [{ contentType: 'text/html', content: '<p>orders</p>' }];
    expect(readText({ text: 'revenue', attachments })).toBe('revenue');
  });

  it('is found by whatever case its type has', () => {
    const attachments = [
      { contentType: 'image/png' },
      { contentType: 'Text/HTML; charset=utf-8', content: '<p>orders</p>' },
    ];
    expect(readText({ text: null, attachments })).toBe('orders');
  });
});

it.each(['\u200b', '\u200f \u200e', '\ufeff', '\u00a0'])('%j is nothing', (text) => {
  expect(readText({ text })).toBe('');
});

it('a quotation that mentions the bot is found behind the bot’s own mention', () => {
  const entities = [mention(bot, '<at>Genie</at>')];
  const attachments = reply('Revenue by region', 'only the top 2');
  const text = '<at>Genie</at> Revenue by region\nonly the top 2';
  expect(readText({ text, entities, attachments, recipient: bot })).toBe('only the top 2');
});
