import { describe, expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { downloadCard } from '../../../src/cards/talk/downloadCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardText } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const downloadsOf = (...[answer, view]: Parameters<typeof answerCard>) =>
  cardActions(answerCard(answer, view)).filter(({ title }) => title.startsWith('Download'));

describe.each(['teams', 'webchat'] as const)('the download button in %s', (channel) => {
  const view = aView({ channel, downloads: true });

  test('names the answer and the table', () => {
    expect(downloadsOf(anAnswer(), view).map((action) => 'data' in action && action.data)).toEqual([
      { action: 'export', answer: 'key-1', table: 'a' },
    ]);
  });

  test('sends what the bot understands', () => {
    for (const action of downloadsOf(anAnswer(), view)) {
      expect('data' in action && parseCardSubmit(action.data)).toEqual(
        'data' in action && action.data,
      );
    }
  });

  test('appears for every table with rows', () => {
    const tables = [
      aTable({ attachmentId: 'a' }),
      aTable({ attachmentId: 'none', rows: [] }),
      aTable({ attachmentId: 'unread', rows: [], error: 'gone' }),
      aTable({ attachmentId: 'b' }),
    ];
    const actions = downloadsOf(anAnswer({ tables }), view);
    expect(actions.map((action) => 'data' in action && Object(action.data).table)).toEqual([
      'a',
      'b',
    ]);
  });

  test('appears for rows that can’t be shown, but not without columns', () => {
    const elsewhere = aTable({ rows: [], totalRows: 4812 });
    expect(downloadsOf(anAnswer({ tables: [elsewhere] }), view)).toHaveLength(1);
    const unnamed = aTable({ columns: [] });
    expect(downloadsOf(anAnswer({ tables: [unnamed] }), view)).toEqual([]);
  });

  test('doesn’t appear for a single value, or if downloads are off', () => {
    const value = aTable({ columns: [{ name: 'n', type: 'INT' }], rows: [['1']] });
    expect(downloadsOf(anAnswer({ tables: [value] }), view)).toEqual([]);
    expect(downloadsOf(anAnswer(), aView({ channel }))).toEqual([]);
  });
});

describe.each(['teams', 'webchat'] as const)('the card with the links in %s', (channel) => {
  const url = 'https://bot.example/api/answers/q/export?signature=s';
  const card = downloadCard({
    ...testReader(channel),
    urls: { csv: `${url}c`, xlsx: url },
    minutes: 15,
  });

  test('opens each file with a button, and says how long the link works', () => {
    expect(cardAction(card, 'Open the Excel file')).toMatchObject({ type: 'Action.OpenUrl', url });
    expect(cardText(card)).toContain('15 minutes');
    expect(parseWarnings(card)).toEqual([]);
  });

  test('doesn’t show the link itself, which screen readers would spell out', () => {
    expect(cardText(card)).not.toContain('https://');
    expect(card.summary).not.toContain('https://');
  });
});
