import { expect, it } from 'vitest';
import { channelOf, isKnownChannel } from '../../src/questions/place.ts';

it('Teams vouches for people, and lets messages be changed', () => {
  expect(channelOf({ channelId: 'msteams' })).toMatchObject({
    cards: 'teams',
    canUpdate: true,
    vouchesForPeople: true,
    isInPage: false,
  });
});

it.each(['webchat', 'directline'])('%s is a page, which is not believed', (channelId) => {
  expect(channelOf({ channelId })).toMatchObject({
    cards: 'webchat',
    canUpdate: false,
    vouchesForPeople: false,
    isInPage: true,
  });
});

it.each(['emulator', 'MSTEAMS', 'constructor', ''])(
  '“%s” is unknown, and trusted no more than Web Chat',
  (channelId) => {
    expect(isKnownChannel(channelId)).toBe(false);
    expect(channelOf({ channelId })).toBe(channelOf({ channelId: 'webchat' }));
  },
);

it('the bot is reached through Teams, Web Chat and Direct Line', () => {
  expect(['msteams', 'webchat', 'directline'].every(isKnownChannel)).toBe(true);
});
