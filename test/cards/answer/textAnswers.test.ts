import { describe, expect, it } from 'vitest';
import type { Answer, ApprovalRequest } from '../../../src/answers/answer.ts';
import { readTextAnswer } from '../../../src/answers/readTextAnswer.ts';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import type { AnswerView } from '../../../src/cards/answer/view.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const text =
  'Before.\n\n**First**\n\n|a|b|\n|-|-|\n|x|$1|\n|y|$2|\n\nBetween.\n\n|c|\n|-|\n|3|\n|4|\n\nAfter.';
const endpoint = { isFromEndpoint: true, spaceTitle: 'assistant' } as const;
const approval: ApprovalRequest = {
  id: 'r1',
  name: 'send_mail',
  server: 'mail',
  arguments: '{"to":"ada@example.com"}',
};

/** What leaves, as JSON, and the texts in it in their order. */
function sent(answer: Answer, view: Partial<AnswerView> = {}) {
  const json = JSON.stringify(answerCard(answer, aView(view)));
  const words = [...json.matchAll(/"(?:text|title|codeSnippet)":"((?:[^"\\]|\\.)*)"/g)];
  const texts = words.map(([, word = '']) => JSON.parse(`"${word}"`) as string);
  return { json, texts, says: texts.join('\n') };
}
const orderOf = (all: readonly string[], texts: readonly string[]) =>
  all.map((each) => texts.indexOf(each));

describe.each(['teams', 'webchat'] as const)('in %s, an answer that is a text', (channel) => {
  it('has its tables where they were', () => {
    const { texts } = sent(readTextAnswer({ text }), { channel, ...endpoint });
    const places = orderOf(['Before.', 'First', '$1', 'Between.', '3', 'After.'], texts);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('is the endpoint’s, without SQL', () => {
    const { json, texts, says } = sent(readTextAnswer({ text }), {
      channel,
      ...endpoint,
      downloads: true,
    });
    expect(texts.at(-1)).toMatch(/^assistant · /);
    expect(says).not.toMatch(/SQL|Genie|understood/);
    expect(json).toContain('"action":"export"');
    expect(json).toContain('"table":"table-1"');
    expect(says).toContain('Ask again');
  });

  it('is Genie’s if Genie gave it', () => {
    expect(sent(readTextAnswer({ text }), { channel }).says).toContain('Powered by Genie');
  });

  it('leaves out its texts where the message shows them', () => {
    const { texts, says } = sent(readTextAnswer({ text }), {
      channel,
      ...endpoint,
      isTextSent: true,
    });
    expect(texts).not.toContain('Before.');
    expect(texts).not.toContain('Between.');
    expect(texts).toContain('First');
    expect(texts).toContain('$1');
    expect(says).toContain('Ask again');
  });

  it('fits whatever is in it, the texts with their note where they are cut', () => {
    const long = Array.from(
      { length: 12 },
      (_, at) => `## ${at}\n\n${'words '.repeat(300)}\n\n|a|\n|-|\n|${'1|\n|'.repeat(50)}1|`,
    );
    const { json, says } = sent(readTextAnswer({ text: long.join('\n\n') }), { channel });
    expect(2 * json.length).toBeLessThan(80_000);
    expect(says).toContain('The text was shortened');
    expect(says).toMatch(/more tables aren’t shown/);
  });

  it('is read from right to left in Arabic', () => {
    const { json } = sent(
      readTextAnswer({ text: 'ارتفعت الإيرادات.\n\n|المنطقة|\n|-|\n|آسيا|\n|أوروبا|' }),
      {
        channel,
        ...endpoint,
      },
    );
    expect(json).toContain('"rtl":true');
  });
});

describe('the sources of an answer', () => {
  const cite = (...citations: NonNullable<Answer['citations']>) =>
    sent(anAnswer({ citations })).texts.filter((each) => each.startsWith('Sources'));

  it('are each named once, with where they are', () => {
    expect(
      cite(
        { title: 'Handbook', url: 'https://docs.example.com/a' },
        { title: 'Handbook again', url: 'https://docs.example.com/a#b' },
        { title: 'Price list' },
        { title: 'price list ' },
        { title: 'https://wiki.example.com/x', url: 'https://wiki.example.com/x' },
      ),
    ).toEqual(['Sources: Handbook (docs.example.com), Price list, and wiki.example.com']);
  });

  it('are a few, and how many more', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ title: `S${at}` }));
    expect(cite(...many)).toEqual(['Sources: S0, S1, S2, S3 and 5 more']);
  });

  it('lead nowhere, whatever they are', () => {
    const { json } = sent(
      anAnswer({
        citations: [
          { title: '[a](https://evil.example)', url: 'javascript:alert(1)' },
          { title: '\u202Ex', url: 'https://evil.example/path?q=1' },
        ],
      }),
    );
    expect(json).not.toContain('OpenUrl');
    expect(json).not.toContain('evil.example/path');
    expect(json).not.toContain('javascript:');
    expect(json).not.toContain('\u202E');
  });

  it('are not mentioned if they have no names', () => {
    expect(cite({ title: ' ' }, { title: '', url: 'no address' })).toEqual([]);
  });
});

describe.each(['teams', 'webchat'] as const)('in %s, a request for approval', (channel) => {
  const ask = (change: Partial<ApprovalRequest> = {}, view: Partial<AnswerView> = {}) =>
    sent(readTextAnswer({ text: '', approval: { ...approval, ...change } }), {
      channel,
      ...endpoint,
      ...view,
    });

  it('says what would be used, and with what', () => {
    const { texts } = ask();
    expect(texts).toContain('May I use “send_mail” from “mail”?');
    expect(texts).toContain('{\n  "to": "ada@example.com"\n}');
  });

  it('has two buttons, and none that rate or repeat it', () => {
    const { json } = ask();
    const actions = [...json.matchAll(/"action":"(\w+)"/g)].map(([, action]) => action);
    expect(actions).toEqual(['decide', 'decide']);
    expect(json).toContain('"isAllowed":true');
    expect(json).toContain('"isAllowed":false');
    expect(json).not.toContain('feedbackLoop');
  });

  it('has no buttons where it’s shared', () => {
    expect(ask({}, { isShared: true }).json).not.toContain('decide');
  });

  it('without a server or arguments says less', () => {
    const { texts, says } = sent(
      readTextAnswer({ text: '', approval: { id: 'r', name: 'x', arguments: '{}' } }),
      { channel },
    );
    expect(texts).toContain('May I use “x”?');
    expect(says).not.toContain('used with');
  });

  it('stays words, whatever it holds, and says if it is cut', () => {
    const evil = '{"x":"\\u202e**[a](https://evil.example)** {{DATE(2026-01-01)}}"}';
    expect(ask({ arguments: evil }).json).not.toMatch(/\u202E|\{\{DATE/);
    const { says, json } = ask({ arguments: JSON.stringify({ x: 'y'.repeat(100_000) }) });
    expect(says).toMatch(/Only [\d,]+ of 100,\d{3} characters fit here/);
    expect(2 * json.length).toBeLessThan(80_000);
  });

  it.each([
    ['arguments', { arguments: JSON.stringify({ x: 'y'.repeat(100_000), to: 'eve' }) }],
    ['the name of a tool', { name: 'n'.repeat(200) }],
    ['the name of a server', { server: 's'.repeat(200) }],
  ])('can’t be allowed where %s can’t be read in full', (_what, change) => {
    const { json } = ask(change);
    expect(json).not.toContain('"isAllowed":true');
    expect(json).toContain('"isAllowed":false');
  });

  it('is the summary of its message', () => {
    const { summary } = answerCard(
      readTextAnswer({ text: '', approval }),
      aView({ channel, ...endpoint }),
    );
    expect(summary).toBe('May I use “send_mail” from “mail”?');
  });
});

describe('an answer to what a button said', () => {
  it('can’t be asked again', () => {
    expect(sent(anAnswer(), { isAskedOnce: true }).json).not.toContain('"action":"again"');
  });
});

describe('a table that is only a part of what there is', () => {
  it('can’t be downloaded if it rests in its answer', () => {
    const part = { attachmentId: 'table-1', totalRows: 90 };
    const json = (table: object) =>
      sent(anAnswer({ tables: [aTable(table)] }), { downloads: true }).json;
    expect(json(part)).not.toContain('"action":"export"');
    expect(json({ ...part, totalRows: 2 })).toContain('"action":"export"');
    expect(json({ totalRows: 90 })).toContain('"action":"export"');
  });
});
