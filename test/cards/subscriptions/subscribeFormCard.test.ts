import { describe, expect, it } from 'vitest';
import type { CardElement, SubmitAction } from '../../../src/cards/parts/adaptiveCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import type { OutgoingMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import {
  type SubscribeFormView,
  subscribeFormCard,
} from '../../../src/cards/subscriptions/subscribeFormCard.ts';
import type { Schedule } from '../../../src/schedule/schedule.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardActions, cardLines, cardOf, cardText } from '../readCard.ts';
import { subscriptionId } from './aSubscription.ts';

const at = { hour: 9, minute: 0 };
const figures = [
  { key: 'k1', column: 'revenue', row: 'EMEA' },
  { key: 'k2', column: 'revenue', row: '2026-11-01', label: '1 Nov 2026' },
];

function aForm(overrides: Partial<SubscribeFormView> = {}): OutgoingMessage {
  return subscribeFormCard({
    ...testReader('webchat', { locale: 'en-GB', timeZone: 'Europe/Berlin' }),
    question: 'revenue by region yesterday',
    timeZone: 'Europe/Berlin',
    figures,
    schedule: { every: 'weekday', at },
    of: { answer: 'key-1' },
    ...overrides,
  });
}

const inputsIn = (elements: readonly CardElement[]): CardElement[] =>
  elements.flatMap((element) => {
    if (element.type === 'Container') return inputsIn(element.items);
    return element.type.startsWith('Input.') ? [element] : [];
  });
const inputOf = (message: OutgoingMessage, wanted: string) =>
  inputsIn(cardOf(message).body).find(({ id }) => id === wanted);
const choicesOf = (message: OutgoingMessage, id: string) => {
  const input = inputOf(message, id);
  return input?.type === 'Input.ChoiceSet' ? input.choices.map(({ value }) => value) : undefined;
};
const chosenIn = (message: OutgoingMessage, id: string) => {
  const input = inputOf(message, id);
  return input && 'value' in input ? input.value : undefined;
};

describe('the form to subscribe', () => {
  it('asks how often and when, and for a condition behind a button', () => {
    expect(cardLines(aForm())).toEqual([
      'Subscribe to this answer',
      '“revenue by region yesterday”',
      'How often: [Every weekday]',
      'Time (Europe/Berlin): [09:00]',
      '[Subscribe] [Add a condition]',
      '(long) Show the answer: [Always]',
      '(long) Figure: [“Revenue” for “EMEA”]',
      '(long) Amount: []',
      '(long) [Subscribe]',
    ]);
  });

  it('names rows as people read them', () => {
    const input = inputOf(aForm(), 'figure');
    expect(input).toMatchObject({
      choices: [{}, { title: '“Revenue” for “1 Nov 2026”', value: 'k2' }],
    });
  });

  it('offers only what can be had without figures', () => {
    const message = aForm({ figures: [] });
    expect(choicesOf(message, 'only')).toEqual(['always', 'with-rows']);
    expect(inputOf(message, 'figure')).toBeUndefined();
    expect(inputOf(message, 'amount')).toBeUndefined();
  });

  it.each(['teams', 'webchat'] as const)('sends back what the bot reads, in %s', (channel) => {
    const message = aForm({ ...testReader(channel) });
    const submit = cardActions(message).filter(({ type }) => type === 'Action.Submit');
    for (const { data } of submit as SubmitAction[]) {
      const sent = { ...(data as object), every: '3', time: '17:30', only: 'above', figure: 'k1' };
      for (const amount of ['12.5', 12.5, '', undefined])
        expect(parseCardSubmit({ ...sent, amount })).toEqual({
          action: 'subscribe',
          answer: 'key-1',
          every: '3',
          time: '17:30',
          only: 'above',
          figure: 'k1',
          amount,
        });
    }
    expect(parseWarnings(message)).toEqual([]);
  });

  it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans'])(
    'has one choice for each value, each with a name of its own, in %s',
    (locale) => {
      const message = aForm({ texts: textsFor(locale, locale), locale });
      for (const input of inputsIn(cardOf(message).body)) {
        if (input.type !== 'Input.ChoiceSet') continue;
        const titles = input.choices.map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
        expect(input.choices.map(({ value }) => value)).toContain(input.value);
      }
    },
  );

  it('clips a long question', () => {
    expect(cardText(aForm({ question: 'x'.repeat(4_000) })).length).toBeLessThan(800);
  });
});

describe('the form to change a subscription', () => {
  const of = { subscription: subscriptionId };

  it.each<[Schedule, string]>([
    [{ every: 'day', at }, 'day'],
    [{ every: 'weekday', at }, 'weekday'],
    [{ every: 'week', days: [3], at }, '3'],
    [{ every: 'month', day: 1, at }, 'month'],
    [{ every: 'month', day: 'last', at }, 'last'],
  ])('begins with what is: %j', (schedule, value) => {
    expect(chosenIn(aForm({ of, schedule }), 'every')).toBe(value);
    expect(choicesOf(aForm({ of, schedule }), 'every')).not.toContain('keep');
  });

  it.each<[Schedule, string]>([
    [{ every: 'week', days: [1, 3], at }, 'As now: Every Monday and Wednesday at 09:00'],
    [{ every: 'month', day: 15, at }, 'As now: Every 15th of the month at 09:00'],
  ])('keeps what has no choice of its own: %j', (schedule, words) => {
    const message = aForm({ of, schedule });
    expect(chosenIn(message, 'every')).toBe('keep');
    expect(cardText(message)).toContain(words);
  });

  it('shows its condition at once, with the figure it has first', () => {
    const condition = { only: 'moved', of: { column: 'revenue', row: 'EMEA' }, by: 5 } as const;
    const message = aForm({ of, condition: { ...condition, isPercent: true } });
    expect(chosenIn(message, 'only')).toBe('moved-percent');
    expect(choicesOf(message, 'figure')).toEqual(['keep', 'k2']);
    expect(chosenIn(message, 'amount')).toBe(5);
    expect(cardActions(message).map(({ title }) => title)).toEqual(['Save']);
    expect(chosenIn(aForm({ of, condition }), 'only')).toBe('moved');
  });

  it('keeps its figure where its answer isn’t at hand', () => {
    const condition = { only: 'below', of: { column: 'stock', row: 'Oslo' }, limit: 0 } as const;
    const message = aForm({ of, condition, figures: [] });
    expect(choicesOf(message, 'figure')).toEqual(['keep']);
    expect(choicesOf(message, 'only')).toContain('below');
    expect(chosenIn(message, 'amount')).toBe(0);
  });

  it('shows midnight and times in the afternoon as a clock of 24 hours', () => {
    const time = (hour: number, minute: number) =>
      chosenIn(aForm({ of, schedule: { every: 'day', at: { hour, minute } } }), 'time');
    expect([time(0, 0), time(17, 5), time(23, 59)]).toEqual(['00:00', '17:05', '23:59']);
  });

  it('says which subscription it is for', () => {
    const [save] = cardActions(aForm({ of })) as SubmitAction[];
    expect(save?.data).toEqual({ action: 'change', subscription: subscriptionId });
  });
});
