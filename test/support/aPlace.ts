import type { Place } from '../../src/questions/place.ts';

/** A place in Web Chat; `overrides` replace its parts. */
export function aPlace(overrides: Partial<Place> = {}): Place {
  return {
    channelId: 'webchat',
    serviceUrl: 'http://127.0.0.1:1/',
    conversation: { id: 'conversation-1' },
    user: { id: 'user-1', name: 'Ada' },
    bot: { id: 'bot' },
    activityId: 'activity-1',
    ...overrides,
  };
}
