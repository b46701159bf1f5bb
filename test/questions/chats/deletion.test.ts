import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/questions/chat.ts';
import { deleteChat } from '../../../src/questions/deletedChats/deleteChat.ts';
import { purgeNow } from '../../../src/questions/deletedChats/purgeNow.ts';
import { restoreChat } from '../../../src/questions/deletedChats/restoreChat.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { endStates } from '../../../src/questions/question.ts';
import { sweep } from '../../../src/questions/upkeep/sweep.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { type Instance, type Mishap, startInstance } from '../life/simulation/instance.ts';
import { someMishaps, toMap } from '../life/simulation/mishaps.ts';
import { play, settled } from '../life/simulation/play.ts';
import { createWorld, type World } from '../life/simulation/world.ts';

const owner = 'a'.repeat(32);
const chatId = `${owner}-${'b'.repeat(32)}`;
const place = aPlace({ visitor: { chatId } });
const hourMs = 3_600_000;

async function openWorld(
  answerMs: (count: number) => number,
  options: Parameters<typeof createWorld>[1] = {},
) {
  const world = createWorld(answerMs, options);
  const now = world.clock.now();
  const times = { createdAt: now, openedAt: now, expiresAt: now + 24 * hourMs };
  const chat: Chat = { id: chatId, conversationId: place.conversation.id, ...times };
  await world.storage.chats.insert(chat);
  return world;
}

const chatOf = async (world: World) => (await world.storage.chats.get(chatId))?.value;

/** What is asked in the chat, by its number. */
const arrival = (index: number) => ({
  place,
  activityId: `activity-${index}`,
  text: `question ${index}`,
});
const idOf = (index: number) => questionIdOf(place, `activity-${index}`);

/** What its owner can see is never a chat of which Genie has lost a part. */
async function expectWhole(world: World, where?: string): Promise<void> {
  const chat = await chatOf(world);
  if (chat && chat.deletedAt === undefined) expect([...world.deleted], where).toEqual([]);
}

/** All or nothing: the chat with every conversation, or neither. */
async function expectSettled(world: World, where?: string): Promise<'there' | 'gone'> {
  const chat = await chatOf(world);
  const conversations = [...new Set(world.asked.map(({ ids }) => ids.conversationId))];
  if (chat === undefined) {
    const left = conversations.filter((id) => !world.deleted.has(id));
    expect(left, `${where}: left in Genie`).toEqual([]);
    return 'gone';
  }
  expect(chat.deletedAt, `${where}: still to be deleted`).toBeUndefined();
  expect([...world.deleted], `${where}: lost in Genie`).toEqual([]);
  return 'there';
}

/** Days later, with everyone well again. */
async function settle(world: World, ids: string[], instances: Instance[]): Promise<void> {
  const well = startInstance(world);
  void well.serveQueue();
  await play(world, ids, [...instances, well]);
  await world.clock.advance(60_000);
  for (let count = 0; count < 3; count += 1) await settled(world, sweep(well.deps));
  well.kill();
}

async function askTwice(world: World): Promise<void> {
  const well = startInstance(world);
  void well.serveQueue();
  for (const index of [0, 1]) await settled(world, well.accept(arrival(index)));
  await play(world, [idOf(0), idOf(1)], [well]);
  well.kill();
}

describe('the deletion of a chat', () => {
  const event = fc.record({
    what: fc.constantFrom('ask', 'ask', 'delete', 'delete', 'restore', 'now', 'sweep'),
    by: fc.integer({ min: 0, max: 1 }),
    afterMs: fc.constantFrom(0, 0, 50, 400, 2_000, 31_000, hourMs + 60_000),
  });
  const scenario = fc.record({
    events: fc.array(event, { minLength: 2, maxLength: 9 }),
    first: someMishaps(80),
    second: someMishaps(80),
    answerMs: fc.array(fc.constantFrom(100, 1_000, 8_000, 40_000), { minLength: 1, maxLength: 3 }),
    askMs: fc.constantFrom(0, 300, 1_500),
    refuses: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  });

  it('takes all or nothing, and what was acknowledged last, whatever is killed, refused, or asked meanwhile', async () => {
    const ends = { there: 0, gone: 0 };
    let sure = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async ({ events, first, second, answerMs, askMs, refuses }) => {
        let isWell = false;
        let refusals = 0;
        const world = await openWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
          askMs,
          refusesDeleting: () => !isWell && (refuses[refusals++ % refuses.length] ?? false),
        });
        const instances = [first, second].map((at) => startInstance(world, toMap(at)));
        for (const instance of instances) void instance.serveQueue();
        const ids: string[] = [];
        /** What was begun, in order. */
        const begun: {
          what: 'delete' | 'restore';
          isFirstAfterAll: boolean;
          isDone: boolean;
          by: Instance;
          isAcknowledged: boolean;
        }[] = [];
        const note = async (
          what: 'delete' | 'restore',
          by: Instance,
          work: Promise<unknown>,
          yes: unknown,
        ) => {
          const isFirstAfterAll = begun.every((each) => each.isDone || !each.by.isAlive);
          const act = { what, by, isFirstAfterAll, isDone: false, isAcknowledged: false };
          begun.push(act);
          const result = await work.catch(() => undefined);
          act.isDone = true;
          act.isAcknowledged = yes === 'any' ? result !== undefined : result === yes;
        };
        for (const [index, { what, by, afterMs }] of events.entries()) {
          let actor = instances[by];
          if (!actor?.isAlive) {
            actor = startInstance(world);
            void actor.serveQueue();
            instances.push(actor);
          }
          const { deps } = actor;
          if (what === 'ask') {
            void actor.accept(arrival(index)).catch(() => {});
            ids.push(idOf(index));
          }
          if (what === 'delete') void note('delete', actor, deleteChat(chatId, owner, deps), 'any');
          if (what === 'now') void note('delete', actor, purgeNow(chatId, owner, deps), 'any');
          if (what === 'restore') {
            void note('restore', actor, restoreChat(chatId, owner, deps), 'restored');
          }
          if (what === 'sweep') void sweep(deps).catch(() => {});
          await world.clock.advance(afterMs);
          await expectWhole(world);
        }
        await world.clock.advance(31_000);
        isWell = true;
        const accepted = await Promise.all(ids.map((id) => world.storage.questions.get(id)));
        const known = accepted.filter((row) => row !== undefined).map(({ value }) => value.id);
        await settle(world, known, instances);
        const end = await expectSettled(world);
        ends[end] += 1;
        const last = begun.at(-1);
        // What is done at the same time can come in any order.
        if (last?.isAcknowledged && last.isFirstAfterAll) {
          sure += 1;
          expect(end).toBe(last.what === 'delete' ? 'gone' : 'there');
        }
      }),
      { numRuns: runs(250) },
    );
    expect(Math.min(ends.there, ends.gone, sure)).toBeGreaterThan(10);
  }, 240_000);

  const acts = {
    delete: async ({ deps }: Instance) => void (await deleteChat(chatId, owner, deps)),
    'delete for good': async ({ deps }: Instance) => void (await purgeNow(chatId, owner, deps)),
    restore: async ({ deps }: Instance) => void (await restoreChat(chatId, owner, deps)),
    sweep: async ({ deps }: Instance) => sweep(deps),
  };

  /** Does something with an instance that is killed at one of its calls; false: it has no such call. */
  async function killed(world: World, act: keyof typeof acts, call: number, kill: Mishap) {
    const instance = startInstance(world, new Map([[call, kill]]));
    let isDone = false;
    void acts[act](instance).then(
      () => {
        isDone = true;
      },
      () => {},
    );
    await world.clock.advance(5_000);
    return !isDone;
  }

  it.each([
    ['delete', false],
    ['delete', true],
    ['delete for good', true],
  ] as const)(
    '%s, at whichever call it is killed, leaves all or nothing (done again: %s)',
    async (act, isDoneAgain) => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const world = await openWorld(() => 1_000);
          await askTwice(world);
          const where = `${kill} at call ${call}`;
          const isKilled = await killed(world, act, call, kill);
          await expectWhole(world, where);
          const well = startInstance(world);
          if (isDoneAgain) await settled(world, acts[act](well));
          await world.clock.advance(31_000);
          await settle(world, [], []);
          const end = await expectSettled(world, where);
          if (isDoneAgain || !isKilled) expect(end, where).toBe('gone');
          if (!isKilled) {
            expect(call).toBeGreaterThan(3);
            return;
          }
        }
      }
    },
    120_000,
  );

  it('by the sweep, at whichever call that is killed, is finished by the next', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = await openWorld(() => 1_000);
        await askTwice(world);
        await settled(world, deleteChat(chatId, owner, startInstance(world).deps));
        await world.clock.advance(31_000);
        const isKilled = await killed(world, 'sweep', call, kill);
        await expectWhole(world);
        await settle(world, [], []);
        expect(await expectSettled(world, `${kill} at call ${call}`)).toBe('gone');
        if (!isKilled) {
          expect(call).toBeGreaterThan(15);
          return;
        }
      }
    }
  }, 120_000);

  it('undone, at whichever call that is killed, is undone or not, and stays so', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = await openWorld(() => 1_000);
        await askTwice(world);
        await settled(world, deleteChat(chatId, owner, startInstance(world).deps));
        const isKilled = await killed(world, 'restore', call, kill);
        const isBack = (await chatOf(world))?.deletedAt === undefined;
        await world.clock.advance(31_000);
        await settle(world, [], []);
        expect(await expectSettled(world)).toBe(isBack ? 'there' : 'gone');
        if (!isKilled) {
          expect(isBack).toBe(true);
          return;
        }
      }
    }
  }, 60_000);

  it('leaves no words, no name, and nothing to find but who asked when', async () => {
    const world = await openWorld(() => 1_000);
    await askTwice(world);
    const { deps } = startInstance(world);
    await settled(world, purgeNow(chatId, owner, deps));
    for (const index of [0, 1]) {
      const row = (await world.storage.questions.get(idOf(index)))?.value;
      expect(row && endStates.has(row.state)).toBe(true);
      expect(row).toMatchObject({ conversationDeleted: true });
      expect(JSON.stringify(row)).not.toMatch(/question \d/);
    }
  });
});
