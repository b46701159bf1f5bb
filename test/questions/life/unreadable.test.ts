import { describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { aPlace } from '../../support/aPlace.ts';
import { type Chat, openChat } from './simulation/chat.ts';
import { type Mishap, startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { openSignInDesk } from './simulation/signInDesk.ts';
import { createWorld, type World } from './simulation/world.ts';

const place = aPlace({ channelId: 'msteams' });
const id = questionIdOf(place, 'one');

/** The progress message became the answer, but its owner never learned that, and is gone. */
async function openUnconfirmed(): Promise<{ world: World; chat: Chat }> {
  const chat = openChat([{ verb: 'update', cards: true, status: 408, carriedOut: true, times: 1 }]);
  const world = createWorld(() => 1_500, { chat });
  const instance = startInstance(world);
  void instance.serveQueue();
  await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
  const rowOf = async () => (await world.storage.questions.get(id))?.value;
  for (let step = 0; step < 100 && !(await rowOf())?.refusals; step += 1) {
    await world.clock.advance(50);
  }
  instance.kill();
  expect(await rowOf()).toMatchObject({ state: 'answered', sending: 'update' });
  expect(answersIn(chat)).toHaveLength(1);
  return { world, chat };
}

const answersIn = (chat: Chat) =>
  chat.messages().filter((versions) => versions.at(-1)?.includes('42 is the answer'));
const offersIn = (chat: Chat) =>
  chat.messages().filter((versions) => versions.at(-1)?.includes('"action":"show"'));

/** What keeps it from being read again: for the next owner the world is like this. */
const causes: Record<string, (world: World) => World> = {
  'Genie refuses it to everyone': (world) => {
    world.genie.getMessage = async () => {
      throw new GenieError('genie-forbidden', '403', { acted: 'no', status: 403 });
    };
    return world;
  },
  'Genie is silent for longer than anyone waits': (world) => {
    world.genie.getMessage = async () => {
      throw new GenieError('genie-unavailable', '503', { acted: 'no', status: 503 });
    };
    return world;
  },
  'questions are asked with other rights by now': (world) => ({
    ...world,
    signIns: openSignInDesk(world.clock),
  }),
};

/** How long Genie's silence is waited out. */
const settings = { genieTimeoutMs: 5_000 };

describe('an answer that may have arrived and can’t be read again', () => {
  it.each(Object.keys(causes))(
    'stays on the screen, and is offered, at whichever of its calls its owner is killed: %s',
    async (cause) => {
      for (let call = 0, isAlive = false; !isAlive; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const { world, chat } = await openUnconfirmed();
          const changed = causes[cause]?.(world) ?? world;
          const owner = startInstance(changed, new Map<number, Mishap>([[call, kill]]), settings);
          const next = startInstance(changed, new Map(), settings);
          void owner.serveQueue();
          await world.clock.advance(15_000);
          void next.serveQueue();
          await play(world, [id], [owner, next]);
          isAlive = owner.isAlive;
          const where = `${kill} at call ${call}`;
          expect(answersIn(chat), where).toHaveLength(1);
          expect(offersIn(chat), where).not.toEqual([]);
          expect(
            chat
              .messages()
              .flat()
              .filter((text) => text.includes('42 is')),
            where,
          ).toHaveLength(1);
        }
        if (isAlive) expect(call).toBeGreaterThan(5);
      }
    },
    60_000,
  );
});
