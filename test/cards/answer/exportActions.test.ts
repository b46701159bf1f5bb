import { describe, expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { downloadCard } from '../../../src/cards/talk/downloadCard.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardText } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const downloadsOf = (...[answer, view]: Parameters<typeof answerCard>) =>
  cardActions(answerCard(answer, view)).filter(({ title }) => title.startsWith('Download'));

describe.each(['teams', 'webchat'] as const)('the download buttons in %s', (channel) => {
  const view = aView({ channel, downloads: true });

  test('name the answer, the table and the format', () => {
    expect(downloadsOf(anAnswer(), view).map((action) => 'data' in action && action.data)).toEqual([
      { action: 'export', answer: 'key-1', table: 'a', format: 'csv' },
      { action: 'export', answer: 'key-1', table: 'a', format: 'xlsx' },
    ]);
  });

  test('send what is understood', () => {
    for (const action of downloadsOf(anAnswer(), view)) {
      expect('data' in action && parseCardSubmit(action.data)).toEqual(
        'data' in action && action.data,
      );
    }
  });

  test('are there for every table with rows', () => {
    const tables = [
      aTable({ attachmentId: 'a' }),
      aTable({ attachmentId: 'none', rows: [] }),
      aTable({ attachmentId: 'unread', rows: [], error: 'gone' }),
      aTable({ attachmentId: 'b' }),
    ];
    const actions = downloadsOf(anAnswer({ tables }), view);
    expect(actions.map((action) => 'data' in action && Object(action.data).table)).toEqual([
      'a',
      'a',
      'b',
      'b',
    ]);
  });

  test('are there for rows that cannot be shown, but not without any columns', () => {
    const elsewhere = aTable({ rows: [], totalRows: 4812 });
    expect(downloadsOf(anAnswer({ tables: [elsewhere] }), view)).toHaveLength(2);
    const unnamed = aTable({ columns: [] });
    expect(downloadsOf(anAnswer({ tables: [unnamed] }), view)).toEqual([]);
  });

  test('are not there for a single value, and not where downloads are off', () => {
    const value = aTable({ columns: [{ name: 'n', type: 'INT' }], rows: [['1']] });
    expect(downloadsOf(anAnswer({ tables: [value] }), view)).toEqual([]);
    expect(downloadsOf(anAnswer(), aView({ channel }))).toEqual([]);
  });
});

describe.each(['teams', 'webchat'] as const)('the card with the link in %s', (channel) => {
  const url = 'https://bot.example/api/answers/q/export?signature=s';
  const card = downloadCard({ channel, format: 'xlsx', url, minutes: 15 });

  test('opens the file by a button, and says for how long', () => {
    expect(cardAction(card, 'Open the Excel file')).toMatchObject({ type: 'Action.OpenUrl', url });
    expect(cardText(card)).toContain('15 minutes');
    expect(parseWarnings(card)).toEqual([]);
  });

  test('does not show the link itself, which screen readers would spell', () => {
    expect(cardText(card)).not.toContain('https://');
    expect(card.summary).not.toContain('https://');
  });
});
