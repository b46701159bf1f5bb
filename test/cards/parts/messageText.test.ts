import { describe, expect, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { messageText } from '../../../src/cards/parts/messageText.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { richText } from '../../../src/cards/parts/richText.ts';
import { failureMessage } from '../../../src/cards/talk/failureMessage.ts';
import { testReader } from '../../support/testReader.ts';
import { anAnswer, aTable, aView } from '../answer/anAnswer.ts';

const { texts } = testReader();
const note = 'This chat didn’t accept the card, so this is its text.';

describe.each(['teams', 'webchat'] as const)('the text of a card in %s', (channel) => {
  test('has what the answer says and each row, and what to ask next, but neither other buttons nor SQL', () => {
    expect(messageText(answerCard(anAnswer(), aView({ channel })), texts).split('\n')).toEqual([
      'EMEA led.',
      'Revenue by region',
      'Region: EMEA; Revenue: 1,204,331.50',
      'Region: APAC; Revenue: –',
      'Ask next',
      '• And by week?',
      'Sales · 2 rows · 12 s · Powered by Genie',
      '',
      note,
    ]);
  });

  test('has the rows that a chart hides', () => {
    const rows = ['2026-01', '2026-02', '2026-03'].map((month, index) => [month, `${index}5`]);
    const columns = [
      { name: 'month', type: 'STRING' },
      { name: 'orders', type: 'INT' },
    ];
    const answer = anAnswer({ tables: [aTable({ columns, rows })] });
    const message = answerCard(answer, aView({ channel, charts: { wish: 'bar' } }));
    expect(messageText(message, texts)).toContain('Orders: 25');
  });

  test('says why there is no answer, with the error ID', () => {
    const failure = {
      code: 'undeliverable',
      errorId: 'e-42',
      question: '',
      answerKey: '',
    } as const;
    expect(messageText(failureMessage({ ...failure, ...testReader(channel) }), texts)).toMatch(
      /couldn’t deliver[\s\S]*e-42/,
    );
  });

  test('is small enough for any channel', () => {
    const message = createMessage(channel, [richText('long '.repeat(20_000))], 'Long');
    expect(messageText(message, texts).length).toBeLessThan(11_000);
    expect(messageText(message, texts)).toContain(note);
  });

  test('is the summary if the card has no words', () => {
    expect(messageText(createMessage(channel, [], 'A summary'), texts)).toBe(
      `A summary\n\n${note}`,
    );
  });
});
