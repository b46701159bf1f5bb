import { expect, it } from 'vitest';
import { readAsBefore } from '../../../src/bot/activities/readAsBefore.ts';
import type { BotDeps } from '../../../src/bot/deps.ts';
import { aPlace } from '../../support/aPlace.ts';

/** What a person's latest question said, and how often it was looked up. */
function rememberingGerman() {
  let lookUps = 0;
  const get = async () => {
    lookUps += 1;
    return { value: { reading: { locale: 'de-DE' } } };
  };
  const deps = { sessions: { get } } as unknown as BotDeps;
  return { deps, lookUps: () => lookUps };
}

const { locale: _, ...silent } = aPlace();

it.each(['message', 'typing', 'messageReaction', 'messageDelete', 'endOfConversation'])(
  'a %s costs no look-up',
  async (type) => {
    const { deps, lookUps } = rememberingGerman();
    expect(await readAsBefore({ type }, silent, deps)).toBe(silent);
    expect(lookUps()).toBe(0);
  },
);

it.each(['invoke', 'event', 'messageUpdate', 'conversationUpdate', 'installationUpdate'])(
  'a %s is answered in the language of the latest question',
  async (type) => {
    const { deps } = rememberingGerman();
    expect(await readAsBefore({ type }, silent, deps)).toMatchObject({ locale: 'de-DE' });
  },
);
