import { expect, it } from 'vitest';
import type { SubmitAction } from '../../../src/cards/parts/adaptiveCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import { subscriptionsCard } from '../../../src/cards/subscriptions/subscriptionsCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardLines, cardText } from '../readCard.ts';
import { aSubscription } from './aSubscription.ts';

const reader = testReader('teams', { locale: 'en-GB', timeZone: 'Europe/Berlin' });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aSubscription({ id: `${'a'.repeat(32)}-${`${index}`.padStart(32, '0')}`, text: `q${index}` }),
  );

it('the list names each with what can be done with it, and how many are elsewhere', () => {
  const subscriptions = [aSubscription(), aSubscription({ text: 'orders', paused: 'access' })];
  expect(cardLines(subscriptionsCard({ ...reader, subscriptions, elsewhere: 2 }))).toEqual([
    'Your subscriptions here',
    'revenue by region yesterday',
    'Every weekday at 09:00',
    'Next: Monday, 30 November 2026 at 09:00 (Europe/Berlin)',
    '[Pause] [Change] [Unsubscribe]',
    'orders',
    'Every weekday at 09:00 · Paused',
    '[Resume] [Change] [Unsubscribe]',
    'You have 2 more in other chats.',
  ]);
});

it('the list says how to get one where there is none', () => {
  const text = cardText(subscriptionsCard({ ...reader, subscriptions: [], elsewhere: 1 }));
  expect(text).toContain('subscribe every weekday at 9:00: revenue by region yesterday');
  expect(text).toContain('You have 1 more in another chat.');
});

it('the list goes on behind a button if it is long', () => {
  const subscriptions = many(19);
  const first = subscriptionsCard({ ...reader, subscriptions, elsewhere: 0 });
  expect(cardText(first)).toContain('11 more aren’t shown.');
  const { data } = cardAction(first, 'More') as SubmitAction;
  expect(parseCardSubmit(data)).toEqual({ action: 'subscriptions', from: 8 });
  const last = subscriptionsCard({ ...reader, subscriptions, from: 16, elsewhere: 0 });
  expect(cardLines(last).filter((line) => /^q\d/.test(line))).toEqual(['q16', 'q17', 'q18']);
  expect(cardActions(last).map(({ title }) => title)).not.toContain('More');
});

it('the list begins again where there are no more so far down: some have ended since', () => {
  const card = subscriptionsCard({ ...reader, subscriptions: many(2), from: 8, elsewhere: 0 });
  expect(cardText(card)).toContain('q0');
});

it.each(['teams', 'webchat'] as const)(
  'the list is small enough for any channel: %s',
  (channel) => {
    const condition = {
      only: 'above',
      of: { column: 'x'.repeat(200), row: 'y' },
      limit: 1,
    } as const;
    const subscriptions = many(100).map((each) => ({
      ...each,
      text: '漢'.repeat(4_000),
      condition,
    }));
    const message = subscriptionsCard({ ...reader, channel, subscriptions, elsewhere: 0 });
    expect(JSON.stringify(message).length * 2).toBeLessThan(76_000);
    expect(parseWarnings(message)).toEqual([]);
  },
);
