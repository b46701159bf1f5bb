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

const isAnswer = (text: string) => text.includes('42 is the answer');
const answersIn = (chat: Chat) =>
  chat.messages().filter((versions) => isAnswer(versions.at(-1) ?? ''));
const offersIn = (chat: Chat) =>
  chat.messages().filter((versions) => versions.at(-1)?.includes('"action":"show"'));

/** Why it's given up: for the next owner the world is like this. */
const causes: Record<string, (world: World) => World | Promise<World>> = {
  'Genie refuses it by now': (world) => {
    world.genie.getMessage = async () => {
      throw new GenieError('genie-forbidden', '403', { acted: 'no', status: 403 });
    };
    return world;
  },
  'Genie is silent for too long': (world) => {
    world.genie.getMessage = async () => {
      throw new GenieError('genie-unavailable', '503', { acted: 'no', status: 503 });
    };
    return world;
  },
  'questions are asked with other rights by now': (world) => ({
    ...world,
    signIns: openSignInDesk(world.clock),
  }),
  'each owner before has crashed': async (world) => {
    await hasCrashed(world);
    return world;
  },
};

/** As many owners were killed at the question as are allowed. */
async function hasCrashed({ storage }: World): Promise<void> {
  const row = await storage.questions.get(id);
  if (row) await storage.questions.replace(row, { ...row.value, unfinished: 20 });
}

/** How long Genie's silence is waited out. */
const settings = { genieTimeoutMs: 5_000 };

describe('an answer that may have arrived', () => {
  it.each(Object.keys(causes))(
    'stays where it is and is offered, at whichever call its owner is killed, if %s',
    async (cause) => {
      for (let call = 0, isAlive = false; !isAlive; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const { world, chat } = await openUnconfirmed();
          const changed = (await causes[cause]?.(world)) ?? world;
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
          expect(chat.messages().flat().filter(isAnswer), where).toHaveLength(1);
        }
        if (isAlive) expect(call).toBeGreaterThan(5);
      }
    },
    60_000,
  );

  it('is offered, and not called a failure, if it’s a new message and each owner before has crashed', async () => {
    const chat = openChat([]);
    const world = createWorld(() => 30_000, { chat });
    const owner = startInstance(world);
    const { post } = chat.channel;
    chat.channel.post = async (...args) => {
      const sent = await post(...args);
      if (answersIn(chat).length > 0) owner.kill();
      return sent;
    };
    void owner.serveQueue();
    await settled(world, owner.accept({ place, activityId: 'one', text: 'How many?' }));
    for (let step = 0; step < 100 && owner.isAlive; step += 1) await world.clock.advance(500);
    await hasCrashed(world);
    await play(world, [id], []);
    const row = await world.storage.questions.get(id);
    expect(row?.value.failure?.code).toBe('delivery-unsure');
    expect(answersIn(chat)).toHaveLength(1);
    expect(offersIn(chat)).not.toEqual([]);
  });
});
