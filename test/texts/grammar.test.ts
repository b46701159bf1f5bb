import { describe, expect, it } from 'vitest';
import { createGrammar } from '../../src/texts/grammar.ts';

const grammarOf = (language: string) => createGrammar(language, language);

describe('a list', () => {
  it.each([
    ['en', ['orders', 'regions'], 'orders and regions'],
    ['ja', ['orders', 'customers', '地域'], 'orders、customers、地域'],
    ['zh-Hans', ['orders'], 'orders'],
    ['zh-Hans', ['orders', 'customers'], 'orders 和 customers'],
    ['zh-Hans', ['orders', 'customers', 'q3_2026'], 'orders、customers 和 q3_2026'],
    ['zh-Hans', ['订单', '客户'], '订单和客户'],
    ['zh-Hans', ['订单', 'customers'], '订单和 customers'],
    ['zh-Hans', ['orders', '客户'], 'orders 和客户'],
    ['zh-Hans', ['“orders”', '“客户”'], '“orders”和“客户”'],
  ])('in %s, of %j, reads %s', (language, items, said) => {
    expect(grammarOf(language).list(items)).toBe(said);
  });
});

describe('sentences', () => {
  it.each([
    ['en', ['Done.', '', 'Ask again.'], 'Done. Ask again.'],
    [
      'ja',
      ['完了しました。', undefined, 'もう一度質問してください。'],
      '完了しました。もう一度質問してください。',
    ],
    ['zh-Hans', ['已完成。', false, '请重新提问。'], '已完成。请重新提问。'],
  ])('in %s follow one another as they do in print', (language, sentences, said) => {
    expect(grammarOf(language).sentences(sentences as (string | undefined)[])).toBe(said);
  });
});
