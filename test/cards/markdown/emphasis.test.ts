import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { markdownElements } from '../../../src/cards/markdown/markdownElements.ts';
import type { RichTextBlock, TextRun } from '../../../src/cards/parts/adaptiveCard.ts';
import { anAnswer, aView } from '../answer/anAnswer.ts';
import { cardOf } from '../readCard.ts';

/** The text with its styles as HTML. */
function shown(markdown: string): string {
  return markdownElements(markdown)
    .flatMap((element) => (element as RichTextBlock).inlines.map(tagged))
    .join('');
}

function tagged({ text, weight, italic, strikethrough, fontType }: TextRun): string {
  return [
    [fontType, 'code'] as const,
    [strikethrough, 's'] as const,
    [italic, 'i'] as const,
    [weight, 'b'] as const,
  ].reduce((inner, [is, tag]) => (is ? `<${tag}>${inner}</${tag}>` : inner), text);
}

describe('emphasis', () => {
  it.each([
    ['a **b _c_** ~~d~~ `e*`', 'a <b>b </b><b><i>c</i></b> <s>d</s> <code>e*</code>'],
    [
      '***a*** ***b** c* ***d* e**',
      '<b><i>a</i></b> <b><i>b</i></b><i> c</i> <b><i>d</i></b><b> e</b>',
    ],
    ['**a *b* c**', '<b>a </b><b><i>b</i></b><b> c</b>'],
    ['a **b** ~~**c**~~ **~~d~~** e', 'a <b>b</b> <b><s>c</s></b> <b><s>d</s></b> e'],
    [
      '**`a`** [**b**](https://c.example) **[d](https://e.example)**',
      '<b><code>a</code></b> <b>b</b> <b>d</b>',
    ],
    ['un**frigging**believable', 'un<b>frigging</b>believable'],
    ['**a\\* b** \\*\\*c\\*\\* `**d**`', '<b>a* b</b> **c** <code>**d**</code>'],
  ])('is kept, even nested: %s', (markdown, html) => {
    expect(shown(markdown)).toBe(html);
  });

  it.each([
    [
      '売上は**「EMEA」**が1位、**「AMER」**が2位です。',
      '売上は<b>「EMEA」</b>が1位、<b>「AMER」</b>が2位です。',
    ],
    [
      '**売上高（2024年）**は**1,204,331円**でした。',
      '<b>売上高（2024年）</b>は<b>1,204,331円</b>でした。',
    ],
    ['**总收入：**1,204 元', '<b>总收入：</b>1,204 元'],
    ['**마크다운(Markdown)**의', '<b>마크다운(Markdown)</b>의'],
    ['**Total:**1,204', '<b>Total:</b>1,204'],
    ['**Revenue**s grew **3**x', '<b>Revenue</b>s grew <b>3</b>x'],
    [
      'Umsatz**(netto)**ist, **„EMEA“**und **»AMER«**auch',
      'Umsatz<b>(netto)</b>ist, <b>„EMEA“</b>und <b>»AMER«</b>auch',
    ],
    ['**الإيرادات:**1,204 و**«أوروبا»**في', '<b>الإيرادات:</b>1,204 و<b>«أوروبا»</b>في'],
    ['**הכנסות (2024):**5', '<b>הכנסות (2024):</b>5'],
    ['**राजस्व:**1,204 **รายได้!**5', '<b>राजस्व:</b>1,204 <b>รายได้!</b>5'],
    ['（**A**）、**B**。**C**', '（<b>A</b>）、<b>B</b>。<b>C</b>'],
    ['**"A"**,**"B"**', '<b>"A"</b>,<b>"B"</b>'],
    ['**–5 %**は**`x`**と', '<b>–5 %</b>は<b><code>x</code></b>と'],
    ['*「EMEA」*が*重要*です *Total:*5', '<i>「EMEA」</i>が<i>重要</i>です <i>Total:</i>5'],
    ['***「A」***と~~「B」~~が', '<b><i>「A」</i></b>と<s>「B」</s>が'],
    ['**https://a.example/x**を', '<b>https://a.example/x</b>を'],
  ])('begins and ends at its marks, whatever is beside them: %s', (markdown, html) => {
    expect(shown(markdown)).toBe(html);
  });

  it.each([
    '2 * 3 * 4',
    'a ** b ** c',
    '5**2',
    '5**2 + 3**2',
    'x**(n+1) + y**(m+1)',
    '2**(3+4)**5',
    '3*(4+5)*6',
    'a*b and c*d',
    'SELECT * FROM t WHERE a*b',
    'SELECT *, a.* FROM a, b.*',
    'COUNT(*) and COUNT(*)',
    '*.csv and *.xlsx or a*b',
    'f(*args, **kwargs) and g(*args, **kwargs)',
    'Revenue* and cost* (*estimated)',
    '*p<0.05, **p<0.01, ***p<0.001',
    'order_id_key, _rescued_data and _metadata',
    '__init__ and __name__ == "__main__"',
    'https://a.example/a_b_c*d*e',
    '**open',
    'closed**',
  ])('isn’t found in arithmetic, code or names: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    'Ages 18~24, 25~34 and 35~44 make up (60~70)% of sales.',
    '5~7U 保证金 × 100~200倍',
    '매출은 10~20% … 30~40%',
    '1월~3월, 4월~6월',
    '~5 and ~7, x~ and y~',
    '10~~20 and 30~~40',
    'a ~~~b~~~ c',
  ])('strikes nothing out between single tildes: %s', (text) => {
    expect(shown(text)).toBe(text);
    expect(shown(`- ${text}`)).toBe(`• ${text}`);
    expect(shown(`> ${text}`)).toBe(`│ ${text}`);
    const card = cardOf(answerCard(anAnswer({ texts: [text], tables: [] }), aView({})));
    expect(card.fallbackText).toBe(text);
    const [table] = markdownElements(`| ${text} | b |\n|---|---|\n| ${text} | ~~gone~~ |`);
    const wire = JSON.stringify(table);
    expect(wire.split(JSON.stringify(text))).toHaveLength(3);
    expect(wire.match(/strikethrough/g)).toHaveLength(1);
  });

  it('takes time in proportion to its text', () => {
    const marks = ['**a ', 'a** ', '*a_', '_a*', '~~a', '**a~~', '***a*', '__a_', 'a**b ', '(**'];
    for (const mark of marks) {
      const before = process.threadCpuUsage();
      markdownElements(mark.repeat(8_000 / mark.length));
      expect([mark, process.threadCpuUsage(before).user < 300_000]).toEqual([mark, true]);
    }
  });
});
