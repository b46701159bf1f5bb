import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import type { AdaptiveCard } from '../../src/cards/parts/adaptiveCard.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const cardOf = (message: Activity) => message.attachments?.[0]?.content as AdaptiveCard;

describe.each([
  ['Teams', 'personal'],
  ['Web Chat', 'webchat'],
] as const)('what Genie writes arrives in %s', (name, scene) => {
  /** What the channel gets when Genie answers with this text. */
  async function answerOf(content: string, question = `${name}: ${content.slice(0, 8)}`) {
    bot.genie.faults.script(question, { attachments: [{ text: { content } }] });
    return aPersonAt(bot, `texts-${scene}`, { scene }).ask(question);
  }

  it('with its tildes, in the card and in the notification', async () => {
    const text = 'Ages 18~24, 25~34 and 35~44 make up (60~70)% of sales.';
    const answer = await answerOf(text);
    expect(cardOf(answer).body[0]).toEqual({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text }],
    });
    expect(answer.summary).toBe(text);
    expect(cardOf(answer).fallbackText).toBe(text);
  });

  it('with the right words bold', async () => {
    const answer = await answerOf('売上は**「EMEA」**が1位です。');
    expect(cardOf(answer).body[0]).toMatchObject({
      inlines: [
        { text: '売上は' },
        { text: '「EMEA」', weight: 'Bolder' },
        { text: 'が1位です。' },
      ],
    });
    expect(answer.summary).toBe('売上は「EMEA」が1位です。');
  });

  it('with its lines, and those of code in lists', async () => {
    const answer = await answerOf(
      'EMEA: 5\nAMER: 4\n\n1. Run:\n\n   ```sql\n   SELECT a, -- total\n     b\n   FROM t\n   ```',
      `${name}: how do I get these?`,
    );
    const wire = JSON.stringify(cardOf(answer).body);
    expect(wire).toContain('"EMEA: 5\\nAMER: 4"');
    expect(wire).toContain('"SELECT a, -- total\\n  b\\nFROM t"');
  });

  it('from right to left if it is Arabic, also where the question alone is', async () => {
    expect(cardOf(await answerOf('انخفضت الإيرادات بنسبة 5%.')).rtl).toBe(true);
    expect(cardOf(await answerOf('1,204', 'كم الإيرادات؟')).rtl).toBe(true);
    expect(cardOf(await answerOf('Revenue of محمد fell.'))).not.toHaveProperty('rtl');
  });
});
