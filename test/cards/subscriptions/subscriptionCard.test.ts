import { describe, expect, it } from 'vitest';
import type { SubmitAction } from '../../../src/cards/parts/adaptiveCard.ts';
import { parseCardSubmit } from '../../../src/cards/parts/cardSubmit.ts';
import {
  type SubscriptionSays,
  subscriptionCard,
} from '../../../src/cards/subscriptions/subscriptionCard.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardActions, cardLines, cardOf, cardText } from '../readCard.ts';
import { aSubscription, subscriptionId } from './aSubscription.ts';

const berlin = testReader('teams', { locale: 'en-GB', timeZone: 'Europe/Berlin' });
const show = (
  says: SubscriptionSays,
  overrides = {},
  view: Partial<Parameters<typeof subscriptionCard>[0]> = {},
) => subscriptionCard({ ...berlin, subscription: aSubscription(overrides), says, ...view });
const titles = (message: ReturnType<typeof show>) => cardActions(message).map(({ title }) => title);

describe('the card of a subscription', () => {
  it('says what is asked, how often, and when next, on the clocks of its zone', () => {
    expect(cardLines(show('created'))).toEqual([
      'You’re subscribed',
      '“revenue by region yesterday”',
      'Every weekday at 09:00',
      'Next: Monday, 30 November 2026 at 09:00 (Europe/Berlin)',
      '[Pause] [Change] [Unsubscribe]',
    ]);
  });

  it('has the clocks of its zone where the reader has others', () => {
    const tokyo = testReader('teams', { locale: 'en-GB', timeZone: 'Asia/Tokyo' });
    const message = subscriptionCard({ ...tokyo, subscription: aSubscription(), says: 'known' });
    expect(cardText(message)).toContain('at 09:00 (Europe/Berlin)');
  });

  it.each([
    [{ only: 'with-rows' }, 'Only if there are rows'],
    [
      { only: 'above', of: { column: 'total_revenue', row: 'EMEA' }, limit: 1_200_000 },
      'Only if “Total revenue” for “EMEA” is above 1,200,000',
    ],
    [
      { only: 'below', of: { column: 'Margin', row: '' }, limit: -0.5 },
      'Only if “Margin” is below -0.5',
    ],
    [
      { only: 'above', of: { column: 'share', unit: '%' }, limit: 12.5 },
      'Only if “Share” is above 12.5%',
    ],
    [{ only: 'moved', of: { column: 'n' }, by: 3 }, 'Only if “n” has moved by 3 or more'],
    [
      { only: 'moved', of: { column: 'n' }, by: 12.5, isPercent: true },
      'Only if “n” has moved by 12.5% or more',
    ],
  ] as const)('says on which condition: %j', (condition, words) => {
    expect(cardText(show('changed', { condition })).toLowerCase()).toContain(words.toLowerCase());
  });

  it('offers to go on with a paused one, and names no next time', () => {
    const message = show('paused', { paused: 'owner' });
    expect(titles(message)).toEqual(['Resume', 'Change', 'Unsubscribe']);
    expect(cardText(message)).not.toContain('Next');
    expect(cardText(message)).toContain('Every weekday at 09:00 · Paused');
  });

  it.each(['ended', 'ended-gone'] as const)('offers nothing once it is %s', (says) => {
    const message = show(says);
    expect(titles(message)).toEqual([]);
    expect(cardText(message)).not.toContain('Next');
  });

  it('says where the answers go, and lets an admin move them to the channel', () => {
    const message = show('created', {}, { where: 'thread', canMove: true });
    expect(cardText(message)).toContain('The answers come to this thread.');
    expect(titles(message)).toEqual(['Pause', 'Change', 'Unsubscribe', 'Post in the channel']);
    expect(titles(show('created', {}, { where: 'thread' }))).not.toContain('Post in the channel');
    expect(cardText(show('ended', {}, { where: 'thread' }))).not.toContain('thread');
  });

  it('speaks to its owner of what the bot did, and of its owner where others read', () => {
    const channel = {
      ...aSubscription().place,
      conversation: { id: 'c', conversationType: 'channel' },
    };
    const paused = { paused: 'access' as const };
    expect(cardText(show('paused-access', paused))).toContain('You no longer have access');
    expect(cardText(show('paused-access', { ...paused, place: channel }))).toContain(
      'The person who subscribed no longer has access',
    );
    expect(
      cardText(show('paused-access', { ...paused, place: channel, isPrivate: true })),
    ).toContain('You no longer have access');
  });

  it.each(['teams', 'webchat'] as const)('sends back what the bot reads, in %s', (channel) => {
    const message = show('created', {}, { channel, canMove: true });
    const sent = cardActions(message).map((action) => (action as SubmitAction).data);
    expect(sent).toEqual([
      { action: 'pause', subscription: subscriptionId },
      { action: 'change-form', subscription: subscriptionId },
      { action: 'unsubscribe', subscription: subscriptionId },
      { action: 'to-channel', subscription: subscriptionId },
    ]);
    expect(sent.map(parseCardSubmit)).toEqual(sent);
    expect(parseWarnings(message)).toEqual([]);
  });

  it('tells the buttons of several apart for those who hear them', () => {
    const [pause] = cardActions(show('created'));
    expect(pause?.tooltip).toBe('Pause: revenue by region yesterday');
  });

  it('is read from the right if its question is', () => {
    expect(cardOf(show('created', { text: 'ما هي الإيرادات أمس؟' })).rtl).toBe(true);
    expect(cardOf(show('created')).rtl).toBeUndefined();
  });

  it('clips a long question', () => {
    const text = cardText(show('created', { text: 'x'.repeat(4_000) }));
    expect(text).toMatch(/x…”/);
    expect(text.length).toBeLessThan(600);
  });
});
