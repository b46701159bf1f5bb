import { expect, it } from 'vitest';
import { readText } from '../../src/bot/readText.ts';

const bot = { id: '28:bot', name: 'Genie' };
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
  expect(readText({ text, entities, recipient: bot as never })).toBe(expected);
});

it('the mention of somebody else stays as their name', () => {
  const text = '<at>Genie</at> orders of <at>Grace Hopper</at> this year';
  const entities = [
    mention(bot, '<at>Genie</at>'),
    mention({ id: '29:grace', name: 'Grace Hopper' }, '<at>Grace Hopper</at>'),
  ];
  expect(readText({ text, entities, recipient: bot as never })).toBe(
    'orders of Grace Hopper this year',
  );
});

it.each([
  [{}, ''],
  [{ text: 'as it is' }, 'as it is'],
  [{ text: 'kept', entities: [{ type: 'mention' }] }, 'kept'],
  [{ text: 'kept', entities: [{ type: 'mention', text: 7, mentioned: null }] }, 'kept'],
  [{ text: 'K<B & “ÄÖ” 100%', entities: [{ type: 'clientInfo' }] }, 'K<B & “ÄÖ” 100%'],
])('fields that are missing cost nothing: %j', (activity, expected) => {
  expect(readText(activity as never)).toBe(expected);
});
