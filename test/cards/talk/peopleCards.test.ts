import { describe, expect, test } from 'vitest';
import { writeTime } from '../../../src/cards/parts/write.ts';
import { didYouMeanCard } from '../../../src/cards/talk/didYouMeanCard.ts';
import { editedCard } from '../../../src/cards/talk/editedCard.ts';
import { historyCard } from '../../../src/cards/talk/historyCard.ts';
import { ratingCard } from '../../../src/cards/talk/ratingCard.ts';
import { spaceChosenCard } from '../../../src/cards/talk/spaceChosenCard.ts';
import { spacesCard } from '../../../src/cards/talk/spacesCard.ts';
import { sqlCard } from '../../../src/cards/talk/sqlCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardLines, cardOf, cardText } from '../readCard.ts';

const lastAt = Date.UTC(2026, 10, 21, 9, 5);

const aConversation = {
  answerKey: 'key-1',
  title: 'Revenue by region',
  spaceTitle: 'Sales',
  lastAt,
  questions: 2,
  isCurrent: false,
};

describe.each(['teams', 'webchat'] as const)('in %s', (channel) => {
  test('the history names each conversation, and its buttons carry only its key', () => {
    const message = historyCard({
      ...testReader(channel),
      conversations: [{ ...aConversation, isCurrent: true, questions: 1 }, aConversation],
      older: 0,
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
    });
    expect(cardLines(message)).toEqual([
      'Your conversations here',
      'Revenue by region',
      'Sales · 21 Nov 2026, 10:05 · 1 question · current · Delete',
      '(delete0) Delete this conversation? It will also be deleted in Genie. This can’t be undone.',
      '(delete0) [Delete]',
      'Revenue by region',
      'Sales · 21 Nov 2026, 10:05 · 2 questions · Delete',
      '[Continue]',
      '(delete1) Delete this conversation? It will also be deleted in Genie. This can’t be undone.',
      '(delete1) [Delete]',
    ]);
    expect(cardAction(message, 'Continue')).toMatchObject({
      data: { action: 'continue', answer: 'key-1' },
      style: 'positive',
    });
    const links = cardOf(message)
      .body.flatMap((element) => (element.type === 'RichTextBlock' ? element.inlines : []))
      .flatMap(({ text, selectAction }) => (selectAction ? [[text, selectAction.type]] : []));
    expect(links).toEqual([
      ['Delete', 'Action.ToggleVisibility'],
      ['Revenue by region', 'Action.Submit'],
      ['Delete', 'Action.ToggleVisibility'],
    ]);
    expect(parseWarnings(message)).toEqual([]);
  });

  test('a long history says how many older ones it leaves out, and an empty one says so', () => {
    const conversations = [aConversation];
    const text = cardText(historyCard({ ...testReader(channel), conversations, older: 12 }));
    expect(text).toContain('12 older conversations aren’t shown.');
    expect(cardText(historyCard({ ...testReader(channel), conversations: [], older: 0 }))).toMatch(
      /no conversations/,
    );
  });

  test('every space has a button except the current one', () => {
    const spaces = [
      { id: 's1', title: 'Sales', description: 'Orders *and* more' },
      { id: 's2', title: '' },
    ];
    const message = spacesCard({
      ...testReader(channel),
      spaces,
      currentId: 's1',
      mayShare: false,
    });
    expect(cardLines(message)).toEqual([
      'What you can ask about',
      'Sales ✓',
      'Orders *and* more',
      'Untitled space',
      '[Use this space]',
    ]);
    expect(cardAction(message, 'Use this space')).toMatchObject({
      data: { action: 'space', space: 's2' },
    });
    expect(parseWarnings(message)).toEqual([]);
  });

  test('only people who can set the channel’s space are offered to', () => {
    const spaces = [{ id: 's1', title: 'Sales' }];
    const message = spacesCard({ ...testReader(channel), spaces, currentId: 's1', mayShare: true });
    expect(cardAction(message, 'Use for this channel')).toMatchObject({
      data: { action: 'share-space', space: 's1' },
    });
  });

  test('a chosen space says whether the conversation continues', () => {
    const view = { ...testReader(channel), title: 'Sales', sampleQuestions: ['Revenue?'] };
    expect(cardText(spaceChosenCard({ ...view, isChanged: true }))).toContain('new conversation');
    expect(cardText(spaceChosenCard({ ...view, isChanged: false }))).toContain('continues');
    expect(cardText(spaceChosenCard({ ...view, isChanged: true }))).toContain('[Revenue?]');
  });

  test.each([
    [undefined, false, /Was this answer helpful/, ['👍 Helpful', '👎 Not helpful']],
    [
      'POSITIVE',
      false,
      /Your rating was sent to Genie\./,
      ['👍 Helpful ✓', '👎 Not helpful', 'Remove rating'],
    ],
    [
      'NEGATIVE',
      false,
      /\[What was wrong\? \(optional\)\]/,
      ['Send comment', '👍 Helpful', '👎 Not helpful ✓', 'Remove rating'],
    ],
    [
      'NEGATIVE',
      true,
      /Your rating and comment were sent to Genie/,
      ['👍 Helpful', '👎 Not helpful ✓', 'Remove rating'],
    ],
    ['NONE', false, /was removed/, ['👍 Helpful', '👎 Not helpful']],
  ] as const)('the rating %s, with a comment: %s', (rating, hasComment, words, buttons) => {
    const message = ratingCard({
      ...testReader(channel),
      answerKey: 'key-1',
      question: 'Revenue?',
      ...(rating && { rating }),
      hasComment,
      sendsRatings: true,
    });
    expect(cardText(message)).toMatch(words);
    expect(cardActions(message).map(({ title }) => title)).toEqual(buttons);
    expect(parseWarnings(message)).toEqual([]);
  });

  test('a rating that isn’t sent to Genie doesn’t claim to be', () => {
    const view = {
      ...testReader(channel),
      answerKey: 'k',
      question: 'Revenue?',
      hasComment: false,
    };
    for (const rating of ['POSITIVE', 'NEGATIVE', 'NONE'] as const) {
      expect(cardText(ratingCard({ ...view, rating, sendsRatings: false }))).not.toContain('Genie');
    }
  });

  test('the SQL is shown in full, and an answer without SQL says so', () => {
    const view = { ...testReader(channel), question: 'Revenue?' };
    const message = sqlCard({
      ...view,
      queries: [{ title: 'By region', sql: 'SELECT 1\nFROM t' }],
    });
    expect(cardText(message)).toContain('SELECT 1\nFROM t');
    // Only Teams knows code; elsewhere its fallback is shown.
    expect(parseWarnings(message).filter((warning) => !warning.includes('CodeBlock'))).toEqual([]);
    expect(cardText(sqlCard({ ...view, queries: [] }))).toContain('had no SQL');
    const queries = Array.from({ length: 8 }, (_, index) => ({ sql: `SELECT ${index}` }));
    expect(cardText(sqlCard({ ...view, queries }))).toContain('3 more queries aren’t shown.');
  });

  test('a word that is nearly a command can be either', () => {
    const message = didYouMeanCard({ ...testReader(channel), written: 'halp', command: 'help' });
    expect(cardAction(message, 'Ask “halp”')).toMatchObject({
      data: { action: 'ask', question: 'halp' },
    });
    expect(cardText(message)).toContain('[help]');
    expect(parseWarnings(message)).toEqual([]);
  });

  test('the new version of an edited question can be asked', () => {
    const message = editedCard(testReader(channel), 'Revenue by month');
    expect(cardText(message)).toContain('Ask the new version, “Revenue by month”?');
    expect(JSON.stringify(cardAction(message, 'Ask the new version'))).toContain(
      'Revenue by month',
    );
  });

  test.each([
    ['long', `Revenue of ${'every region and '.repeat(500)}me`],
    ['one long word', 'x'.repeat(9_000)],
    ['of many lines', 'Revenue\n\nby\nmonth\n'.repeat(50)],
    ['markup', '<at>All</at> [click](https://evil.example) **bold** {{DATE(2026-01-01, SHORT)}}'],
    ['of marks that change the direction', '\u202eRevenue\u2066 by month'],
  ])('an edited question is shown as it is asked, if it is %s', (_kind, question) => {
    const message = editedCard(testReader(channel), question);
    const [words = ''] = cardLines(message);
    expect(words.length).toBeLessThan(400);
    expect(words).toContain('Ask the new version, “');
    expect(words).not.toMatch(/[\u202e\u2066]|\{\{DATE/);
    expect(cardOf(message).body[0]?.type).toBe('RichTextBlock');
    const start = question.replace(/[\u202e\u2066]/g, '').slice(0, 7);
    expect(words).toContain(`“${start}`);
    expect(parseWarnings(message)).toEqual([]);
  });
});

describe('a time', () => {
  test.each([
    ['de-DE', 'Europe/Berlin', '21.11.2026, 10:05'],
    ['en-US', 'America/New_York', 'Nov 21, 2026, 4:05 AM'],
    ['en-GB', 'Asia/Tokyo', '21 Nov 2026, 18:05'],
    ['en-GB', 'UTC', '21 Nov 2026, 09:05 UTC'],
  ])('is written as in %s and %s', (locale, timeZone, expected) => {
    expect(writeTime(lastAt, { locale, timeZone }).replace('\u202f', ' ')).toBe(expected);
  });
});
