import { describe, expect, it } from 'vitest';
import { cardText } from '../../../local/channel/cardText.ts';
import { messageText } from '../../../local/channel/messageText.ts';
import type { AdaptiveCard, CardElement } from '../../../src/cards/parts/adaptiveCard.ts';
import { buttonRow } from '../../../src/cards/parts/buttonRow.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { richText } from '../../../src/cards/parts/richText.ts';
import { signInCard } from '../../../src/cards/signIn/signInCard.ts';
import { testReader } from '../../support/testReader.ts';

const cardOf = (...body: CardElement[]) =>
  createMessage('teams', body, '').attachments[0]?.content as AdaptiveCard;

const numbers: CardElement = {
  type: 'Table',
  firstRowAsHeaders: true,
  columns: [{ width: 2 }, { width: 1 }],
  rows: [
    ['region', 'revenue'],
    ['Europe', '1,204.50'],
    [`A very long name ${'of a region '.repeat(9)}`, '7'],
  ].map(([name = '', value = '']) => ({
    type: 'TableRow',
    cells: [
      { type: 'TableCell', items: [richText(name)] },
      { type: 'TableCell', items: [richText(value, {}, { horizontalAlignment: 'Right' })] },
    ],
  })),
};

describe('a card as text', () => {
  it('has its tables in columns, with numbers at the right and long cells cut', () => {
    expect(cardText(cardOf(numbers))).toEqual([
      'region                                     revenue',
      '--------------------------------------------------',
      'Europe                                    1,204.50',
      expect.stringMatching(/^A very long name of a .{16,18}…\s+7$/),
    ]);
  });

  it.each(['teams', 'webchat'] as const)('has the buttons of a row in one line: %s', (channel) => {
    const ask = (title: string) => ({ type: 'Action.Submit' as const, title, data: title });
    const link = { type: 'Action.OpenUrl' as const, title: 'CSV', url: 'https://example.com/1' };
    expect(cardText(cardOf(buttonRow(channel, [ask('Again'), link])))).toEqual([
      '[Again] [CSV: https://example.com/1]',
    ]);
  });

  it('leaves out what a button hasn’t shown yet', () => {
    const sql: CardElement = { type: 'Container', isVisible: false, items: [richText('SELECT')] };
    expect(cardText(cardOf(richText('Two\nlines'), sql))).toEqual(['Two', 'lines']);
  });

  it('names pictures, charts and inputs', () => {
    const image: CardElement = { type: 'Image', url: 'data:,', altText: 'Bars' };
    const chart: CardElement = {
      type: 'Chart.Donut',
      title: 'Shares',
      data: [],
      fallback: richText('No chart'),
    };
    const input: CardElement = { type: 'Input.Text', id: 'comment', placeholder: 'Why?' };
    expect(cardText(cardOf(image, chart, input))).toEqual([
      '(picture: Bars)',
      '(chart: Shares)',
      '[ Why? ]',
    ]);
  });
});

describe('a message as text', () => {
  it('has its text, its cards and the thumbs that Teams adds', () => {
    const message = createMessage('teams', [richText('A card')], 'Summary');
    const channelData = { feedbackLoop: { type: 'default' } };
    expect(messageText({ ...message, text: 'A text', channelData })).toEqual([
      'A text',
      'A card',
      '[👍] [👎] (Teams’ own)',
    ]);
  });

  it('has the words and the button of a sign-in card', () => {
    const link = { signInLink: 'https://token.example/' };
    const message = signInCard({
      ...testReader('teams'),
      link,
      connectionName: 'databricks',
      question: 'Costs?',
      needsCode: false,
    });
    expect(messageText(message)).toEqual([
      'Please sign in. Genie answers with your Databricks rights.',
      expect.stringContaining('“Costs?”'),
      '[Sign in]',
    ]);
  });
});

it('what a cell holds besides its value is below its row', () => {
  const cell = (...texts: string[]) => ({
    type: 'TableCell' as const,
    items: texts.map((text) => richText(text)),
  });
  const table: CardElement = {
    type: 'Table',
    firstRowAsHeaders: true,
    columns: [{ width: 1 }, { width: 1 }],
    rows: [
      { type: 'TableRow', cells: [cell('region'), cell('revenue')] },
      { type: 'TableRow', cells: [cell('Europe', 'quarter: 2024-Q1'), cell('5')] },
    ],
  };
  expect(cardText(cardOf(table))).toEqual([
    'region  revenue',
    '---------------',
    'Europe  5',
    '  quarter: 2024-Q1',
  ]);
});
