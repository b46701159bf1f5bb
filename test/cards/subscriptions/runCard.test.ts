import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import type { AnswerView } from '../../../src/cards/answer/view.ts';
import type { SubmitAction } from '../../../src/cards/parts/adaptiveCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { messageText } from '../../../src/cards/parts/messageText.ts';
import { failureMessage } from '../../../src/cards/talk/failureMessage.ts';
import type { Condition, Finding, Run } from '../../../src/questions/subscription.ts';
import { testReader } from '../../support/testReader.ts';
import { anAnswer, aTable, aView } from '../answer/anAnswer.ts';
import { cardAction, cardActions, cardLines, cardOf, cardText } from '../readCard.ts';
import { aRunOf, subscriptionId } from './aSubscription.ts';

const question = 'revenue by region yesterday';
const show = (run: Partial<Run> = {}, view: Partial<AnswerView> = {}, answer = {}) =>
  answerCard(anAnswer(answer), aView({ question, run: aRunOf(run), ...view }));
const titles = (message: ReturnType<typeof show>) => cardActions(message).map(({ title }) => title);
const own = ['Pause', 'Change', 'Unsubscribe'];
const yesterday = Date.UTC(2026, 10, 27, 8);

describe.each(['teams', 'webchat'] as const)('what a subscription brings, in %s', (channel) => {
  it('says first which one it is', () => {
    const [first] = cardLines(show({}, { channel }));
    expect(first).toBe('Every weekday at 9:00 AM · revenue by region yesterday');
  });

  it('offers to pause, change and end it, whatever kind of answer it is', () => {
    const approval = { id: 'p', name: 't', server: 's', arguments: '{}' };
    for (const answer of [
      {},
      { tables: [] },
      { tables: [aTable(), aTable({ attachmentId: 'b' })] },
      { kind: 'clarification' as const, tables: [], texts: [], questionBack: 'Which?' },
      { tables: [], texts: [], suggestions: [] },
      { tables: [], texts: [], suggestions: [], approval },
    ])
      expect(titles(show({}, { channel }, answer))).toEqual(expect.arrayContaining(own));
  });

  it('sends back what the bot reads', () => {
    const message = show({}, { channel });
    const { data } = cardAction(message, 'Unsubscribe') as SubmitAction;
    expect(data).toEqual({ action: 'unsubscribe', subscription: subscriptionId });
    expect(parseCardSubmit(data)).toEqual(data);
  });

  it('has suggestions that continue its own conversation', () => {
    const { data } = cardAction(show({}, { channel }), 'And by week?') as SubmitAction;
    expect(data).toEqual({ action: 'follow', answer: 'key-1', question: 'And by week?' });
    expect(parseCardSubmit(data)).toEqual(data);
  });

  it('names them where a channel refuses the card', () => {
    const text = messageText(show({}, { channel }), testReader().texts);
    expect(text).toContain('• And by week?');
    expect(text).not.toContain('• Pause');
  });

  it('shows a suggestion in full where it’s asked, and a button’s worth on its button', () => {
    const long = `${'long '.repeat(40)}?`;
    const action = cardActions(show({}, { channel }, { suggestions: [long] })).find(({ title }) =>
      title.startsWith('long'),
    ) as SubmitAction;
    expect(action.title.length).toBeLessThanOrEqual(80);
    expect(action.data).toMatchObject({ question: long });
  });

  it('has none of that once it is shared', () => {
    const message = show({}, { channel, isShared: true });
    for (const title of own) expect(titles(message)).not.toContain(title);
    expect(cardText(message)).toContain('Every weekday');
  });

  it('doesn’t offer to subscribe to what is a subscription already', () => {
    expect(titles(show({}, { channel, canSubscribe: true }))).not.toContain('Subscribe');
    const asked = answerCard(anAnswer(), aView({ channel, canSubscribe: true }));
    expect(titles(asked)).toContain('Subscribe');
  });

  it('names the question once, also where it’s shown again or privately', () => {
    for (const view of [{ isApart: true as const }, { askedIn: 'channel' as const }]) {
      const text = cardText(show({}, { channel, ...view }));
      expect(text.split(question)).toHaveLength(2);
    }
  });
});

it('an answer to a question offers to subscribe only where its asker can, and to what can be asked again', () => {
  const offers = (view: Partial<AnswerView>) =>
    titles(answerCard(anAnswer(), aView(view))).includes('Subscribe');
  expect(offers({ canSubscribe: true })).toBe(true);
  expect(offers({})).toBe(false);
  expect(offers({ canSubscribe: true, isShared: true })).toBe(false);
  expect(offers({ canSubscribe: true, isAskedOnce: true })).toBe(false);
});

describe('why a subscription brings an answer', () => {
  const of = { column: 'revenue', row: 'EMEA' };
  const before = { value: 980_000, at: yesterday };
  const said = (condition: Condition, finding: Finding) =>
    cardLines(show({ condition, finding }, { locale: 'en-GB', timeZone: 'Europe/Berlin' }))[1];

  it.each<[Condition, Finding, string]>([
    [
      { only: 'above', of, limit: 1_200_000 },
      { is: 'met', now: 1_204_331.5, before },
      '“Revenue” for “EMEA” is 1,204,331.50, which is above 1,200,000.00. It was 980,000.00 on 27 Nov 2026, 09:00.',
    ],
    [
      { only: 'below', of, limit: 1_200_000 },
      { is: 'met', now: 5 },
      '“Revenue” for “EMEA” is 5.00, which is below 1,200,000.00.',
    ],
    [
      { only: 'moved', of, by: 10, isPercent: true },
      { is: 'met', now: 1_240_000, before },
      '“Revenue” for “EMEA” moved from 980,000.00 to 1,240,000.00 (+26.5%). The figure before is from 27 Nov 2026, 09:00.',
    ],
    [
      { only: 'moved', of, by: 10 },
      { is: 'met', now: 979_000, before },
      '“Revenue” for “EMEA” moved from 980,000.00 to 979,000.00 (-1,000.00). The figure before is from 27 Nov 2026, 09:00.',
    ],
    [
      { only: 'moved', of, by: 10, isPercent: true },
      { is: 'met', now: 5, before: { value: 0, at: yesterday } },
      '“Revenue” for “EMEA” moved from 0.00 to 5.00 (+5.00). The figure before is from 27 Nov 2026, 09:00.',
    ],
    [
      { only: 'moved', of, by: 10, isPercent: true },
      { is: 'met', now: -5, before: { value: -10, at: yesterday } },
      '“Revenue” for “EMEA” moved from -10.00 to -5.00 (+50%). The figure before is from 27 Nov 2026, 09:00.',
    ],
    [
      { only: 'moved', of, by: 10 },
      { is: 'met', now: 5 },
      '“Revenue” for “EMEA” is 5.00. From now on, I’ll compare with this.',
    ],
  ])('is said with the new figure and the old one: %j, %j', (condition, finding, words) => {
    expect(said(condition, finding)).toBe(words);
  });

  it.each([
    ['column', 'no such column'],
    ['row', 'no such row'],
    ['number', 'no number'],
    ['table', 'no table'],
  ] as const)('is said to be unknown where the table has another shape: %s', (missing, words) => {
    const line = said({ only: 'above', of, limit: 1 }, { is: 'unclear', missing, before });
    expect(line).toContain(words);
    expect(line).toContain('couldn’t check your condition');
  });

  it('isn’t said where the rows say it, but that there is nothing to see rows in', () => {
    expect(said({ only: 'with-rows' }, { is: 'met' })).toBe('EMEA led.');
    expect(said({ only: 'with-rows' }, { is: 'unclear', missing: 'table' })).toContain('no table');
  });

  it.each([
    [1, 'I couldn’t answer last time, on 27 Nov 2026, 09:00.'],
    [3, 'I couldn’t answer the last 3 times, the first on 27 Nov 2026, 09:00.'],
  ])('comes with what was skipped: %i', (times, words) => {
    const view = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
    expect(cardLines(show({ skipped: { times, since: yesterday } }, view))).toContain(words);
  });

  it('shared, says nothing that is only true for its asker, and suggests what everyone can ask', () => {
    const suggestions = ['Revenue by month'];
    const message = show({ tookOver: true }, { isShared: true }, { suggestions });
    expect(cardLines(message)).not.toContain('What you ask next is about this answer.');
    expect(cardAction(message, 'Revenue by month')).toMatchObject({
      data: { msteams: { type: 'imBack', value: 'Revenue by month' } },
    });
  });

  it('comes with what is asked next, if that was another conversation', () => {
    const words = 'What you ask next is about this answer.';
    expect(cardLines(show({ tookOver: true }))).toContain(words);
    expect(cardLines(show())).not.toContain(words);
  });
});

it('a notification of it begins with the question', () => {
  expect(show().summary).toBe('revenue by region yesterday: EMEA led.');
  expect(show({}, { question: '' }).summary).toBe('EMEA led.');
});

it('is read from the right if its answer is', () => {
  const message = show({}, { question: 'كم؟' }, { texts: ['انخفضت الإيرادات في أوروبا.'] });
  expect(cardOf(message).rtl).toBe(true);
});

describe.each(['teams', 'webchat'] as const)('a subscription’s failure in %s', (channel) => {
  const failed = (code: 'genie-failed' | 'undeliverable' | 'too-large', locale = 'en-US') =>
    failureMessage({
      ...testReader(channel, { locale }),
      run: aRunOf(),
      code,
      errorId: 'e1',
      question,
      answerKey: 'k',
    });

  it('says which one it is, what becomes of it, and how to end it', () => {
    const message = failed('genie-failed');
    expect(cardLines(message)).toEqual([
      'Every weekday at 9:00 AM · revenue by region yesterday',
      'Genie couldn’t answer this question.',
      'Rephrasing it often helps.',
      'I’ll try again next time. If it keeps failing, I won’t tell you every time.',
      ...(channel === 'teams'
        ? ['[Try again] [Pause] [Change] [Unsubscribe]']
        : ['[Try again] [Pause] [Change]', '[Unsubscribe]']),
      'Error ID: e1',
    ]);
    expect(message.summary).toContain('revenue by region yesterday: Genie couldn’t answer');
  });

  it('has no more than two rows of buttons in any language', () => {
    for (const locale of ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans'])
      for (const code of ['genie-failed', 'undeliverable', 'too-large'] as const) {
        const rows = cardOf(failed(code, locale)).body.filter(({ type }) =>
          ['ActionSet', 'ColumnSet'].includes(type),
        );
        expect(rows.length, locale).toBeLessThanOrEqual(2);
      }
  });
});
