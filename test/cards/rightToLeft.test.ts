import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import { tablePageCard } from '../../src/cards/answer/tablePageCard.ts';
import type { CardElement } from '../../src/cards/parts/adaptiveCard.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { historyCard } from '../../src/cards/talk/historyCard.ts';
import { testReader } from '../support/testReader.ts';
import { anAnswer, aTable, aView } from './answer/anAnswer.ts';
import { parseWarnings } from './parseWarnings.ts';
import { cardOf, cardText } from './readCard.ts';

const arabic = 'انخفضت الإيرادات في أوروبا.';
const question = 'كم الإيرادات؟';

/** The innermost direction that is set around what holds this text; `undefined`: the card's own. */
function directionAround(elements: readonly CardElement[], text: string): unknown {
  const search = (value: unknown, direction: unknown): unknown[] => {
    if (typeof value === 'string') return value.includes(text) ? [direction ?? 'card'] : [];
    if (typeof value !== 'object' || value === null) return [];
    const own = 'rtl' in value ? value.rtl : direction;
    return Object.values(value).flatMap((inner) => search(inner, own));
  };
  return search(elements, undefined)[0];
}

/** Teams knows its code, which the library doesn't. */
function warningsOf(message: OutgoingMessage): string[] {
  return parseWarnings(message).filter((words) => !words.includes('CodeBlock'));
}

describe.each(['teams', 'webchat'] as const)('a card in %s', (channel) => {
  const view = aView({ channel, question });

  it('is read from the right if the answer is', () => {
    const message = answerCard(anAnswer({ texts: [arabic] }), view);
    expect(cardOf(message).rtl).toBe(true);
    expect(warningsOf(message)).toEqual([]);
  });

  it('is read from the left if the answer is, whatever was asked', () => {
    const message = answerCard(anAnswer({ texts: ['Revenue of محمد fell.'] }), view);
    expect(cardOf(message)).not.toHaveProperty('rtl');
  });

  it('follows the question if the answer has no words', () => {
    const tables = [aTable()];
    expect(cardOf(answerCard(anAnswer({ texts: [], tables }), view)).rtl).toBe(true);
    expect(cardOf(answerCard(anAnswer({ texts: ['```\nSELECT\n```'], tables }), view)).rtl).toBe(
      true,
    );
    const english = aView({ channel, question: 'Revenue?' });
    expect(cardOf(answerCard(anAnswer({ texts: [], tables }), english)).rtl).toBeUndefined();
  });

  it('follows the title of a table if nothing else is known', () => {
    const tables = [aTable({ title: 'الإيرادات' })];
    const unknown = aView({ channel, question: '' });
    expect(cardOf(answerCard(anAnswer({ texts: [], tables }), unknown)).rtl).toBe(true);
  });

  it('is read from the right if Genie asks back in Arabic', () => {
    const back = anAnswer({ kind: 'clarification', texts: [], tables: [], questionBack: arabic });
    expect(cardOf(answerCard(back, aView({ channel }))).rtl).toBe(true);
  });

  it('keeps figures, SQL, code and small print as they are read', () => {
    const rows = [
      ['أوروبا', '-5'],
      ['آسيا', '7'],
    ];
    const answer = anAnswer({
      texts: [`${arabic}\n\n\`\`\`\nSELECT 1 -- code\n\`\`\``],
      tables: [aTable({ rows })],
    });
    const message = answerCard(answer, view);
    const { body } = cardOf(message);
    for (const text of ['-5.00', 'SUM(revenue)', '-- code', '12 s'])
      expect([text, directionAround(body, text)]).toEqual([text, false]);
    for (const text of [arabic, 'أوروبا', 'Revenue by region'])
      expect([text, directionAround(body, text)]).toEqual([text, 'card']);
    expect(warningsOf(message)).toEqual([]);
    expect(cardText(message)).toContain('أوروبا | -5.00');
  });

  it.each([
    ['ja-JP', '長い値は省略しています。'],
    ['zh-CN', '较长的值已缩短。'],
  ])('keeps small print in %s as it is read', (locale, note) => {
    const rows = [['أوروبا '.repeat(80), '5']];
    const reader = { ...testReader(channel, { locale }), question };
    const message = answerCard(
      anAnswer({ texts: [arabic], tables: [aTable({ rows })] }),
      aView(reader),
    );
    const { body } = cardOf(message);
    expect(directionAround(body, note)).toBe(false);
    expect(directionAround(body, arabic)).toBe('card');
  });

  it('keeps a lone figure as it is read, at the right', () => {
    const columns = [{ name: 'change', type: 'INT' }];
    const { body } = cardOf(
      answerCard(
        anAnswer({ texts: [arabic], tables: [aTable({ columns, rows: [['-5']] })] }),
        view,
      ),
    );
    expect(body).toContainEqual(
      expect.objectContaining({
        rtl: false,
        items: [
          expect.objectContaining({
            horizontalAlignment: 'Right',
            inlines: [expect.objectContaining({ text: '-5' })],
          }),
        ],
      }),
    );
  });

  it('keeps the figures of a table in the text as they are read', () => {
    const text = `${arabic}\n\n| المنطقة | التغيير |\n|---|---|\n| أوروبا | -5% |`;
    const { body } = cardOf(answerCard(anAnswer({ texts: [text], tables: [] }), view));
    expect(directionAround(body, '-5%')).toBe(false);
    expect(directionAround(body, 'المنطقة')).toBe('card');
  });

  it('of another page is read as its answer is', () => {
    const page = { ...testReader(channel), answerKey: 'k', from: 0 };
    expect(cardOf(tablePageCard(aTable(), { ...page, words: [arabic] })).rtl).toBe(true);
    expect(cardOf(tablePageCard(aTable(), { ...page, words: ['Revenue'] })).rtl).toBeUndefined();
  });

  it('of the history is read as most of its titles are', () => {
    const titled = (...titles: string[]) =>
      historyCard({
        ...testReader(channel),
        conversations: titles.map((title) => ({
          answerKey: 'k',
          title,
          lastAt: 0,
          questions: 1,
          isCurrent: false,
        })),
        older: 0,
      });
    expect(cardOf(titled(question, arabic, 'Revenue')).rtl).toBe(true);
    expect(cardOf(titled('Revenue by region', 'Orders by month', question)).rtl).toBeUndefined();
  });
});
