import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { continueQuestion } from '../../../src/questions/life/continueQuestion.ts';
import { leaseMs } from '../../../src/questions/ownership/lease.ts';
import type { QuestionStore } from '../../../src/questions/ports.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { type Instance, type Mishap, startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type Lists, type World } from './simulation/world.ts';

// Genie's lists don't say whose question a conversation began with. Among questions with the same words, claims decide.

const text = 'How many orders?';

const arrivalOf = (person: string) => ({
  place: aPlace({ user: { id: person }, conversation: { id: `chat-of-${person}` } }),
  activityId: 'one',
  text,
});
const idOf = (person: string) => questionIdOf(arrivalOf(person).place, 'one');

function open(lists: Partial<Lists> = {}): World {
  const usual: Lists = { order: 'newest-first', pageSize: 1, timed: false, older: 0 };
  return createWorld(() => 2_000, { lists: { ...usual, ...lists } });
}

/** Someone asks, and their instance is killed as soon as Genie has the question. */
async function askAndDie(world: World, person: string): Promise<void> {
  const instance = startInstance(world);
  const { ask } = world.genie;
  world.genie.ask = async (...args) => {
    await ask(...args);
    instance.kill();
    return new Promise<never>(() => {});
  };
  void instance.accept(arrivalOf(person));
  await world.clock.advance(100);
  world.genie.ask = ask;
  expect(instance.isAlive).toBe(false);
}

/** An instance that is killed as soon as it has claimed a conversation. */
function startClaimer(world: World): Instance {
  const instance = startInstance(world);
  const { questions } = world.storage;
  const { claim } = questions;
  questions.claim = async (...args) => {
    const isOurs = await claim(...args);
    questions.claim = claim;
    instance.kill();
    return isOurs;
  };
  return instance;
}

/** Each question was asked once, and has an answer and a conversation of its own. */
async function expectOneEach(
  world: World,
  people: readonly string[],
  { where = '', maySendNotices = false } = {},
): Promise<void> {
  expect(world.asked, where).toHaveLength(people.length);
  expect(world.overlaps, where).toBe(0);
  const rows = await Promise.all(people.map((person) => world.storage.questions.get(idOf(person))));
  const conversations = new Set(rows.map((row) => row?.value.conversationId));
  expect(conversations.size, where).toBe(people.length);
  for (const person of people) {
    const shown = world.shown.flatMap(({ questionId, what }) =>
      questionId === idOf(person) ? what : [],
    );
    const others = shown.filter((what) => !maySendNotices || what !== 'delivery-unsure');
    const isOnlyNotice = shown.length > 0 && others.length === 0;
    expect(others, where).toEqual(isOnlyNotice ? [] : ['answer']);
  }
}

const allLists = (['newest-first', 'oldest-first', 'shuffled'] as const).flatMap((order) =>
  [true, false].flatMap((timed) => [1, 20].map((pageSize) => ({ order, timed, pageSize }))),
);

describe('questions with the same words at the same moment are asked once each', () => {
  const people = ['ada', 'ben'];

  it.each(allLists)(
    'if the first is killed when it has claimed its conversation, and the second before it could ($order, timed: $timed, $pageSize a page)',
    async (lists) => {
      const world = open(lists);
      const first = startClaimer(world);
      void first.accept(arrivalOf('ada'));
      await world.clock.advance(100);
      expect(first.isAlive).toBe(false);
      await askAndDie(world, 'ben');
      await carryOn(world, 'ada', startInstance(world));
      await play(world, people.map(idOf), []);
      await expectOneEach(world, people);
    },
  );

  it.each(allLists)(
    'if the second is killed when it has claimed its conversation, and the first before it could ($order, timed: $timed, $pageSize a page)',
    async (lists) => {
      const world = open(lists);
      await askAndDie(world, 'ada');
      const second = startClaimer(world);
      void second.accept(arrivalOf('ben'));
      await world.clock.advance(100);
      expect(second.isAlive).toBe(false);
      await carryOn(world, 'ben', startInstance(world));
      await play(world, people.map(idOf), []);
      await expectOneEach(world, people);
    },
  );

  it.each(allLists)(
    'if the next owner is killed as well when it has claimed one, and a third person asks them then ($order, timed: $timed, $pageSize a page)',
    async (lists) => {
      const world = open(lists);
      await askAndDie(world, 'ada');
      await askAndDie(world, 'ben');
      await carryOn(world, 'ada', startClaimer(world));
      await askAndDie(world, 'cleo');
      await carryOn(world, 'ada', startInstance(world));
      const three = [...people, 'cleo'];
      await play(world, three.map(idOf), []);
      await expectOneEach(world, three);
    },
  );

  it.each(allLists)(
    'if an owner that stood still claims its conversation only when it has been replaced ($order, timed: $timed, $pageSize a page)',
    async (lists) => {
      const world = open(lists);
      const { stopped, goOn } = stopAtClaim(world);
      void stopped.accept(arrivalOf('ada'));
      await world.clock.advance(100);
      await askAndDie(world, 'ben');
      await carryOn(world, 'ada', startInstance(world));
      goOn();
      await play(world, people.map(idOf), []);
      await expectOneEach(world, people);
    },
  );

  it.each(['newest-first', 'oldest-first'] as const)(
    'at whichever of their calls both are killed (%s)',
    async (order) => {
      for (let call = 0, isAlive = false; !isAlive; call += 1) {
        for (let other = 0, isOtherAlive = false; !isOtherAlive; other += 1) {
          const world = open({ order });
          const instances = [call, other].map((at) =>
            startInstance(world, new Map<number, Mishap>([[at, 'killed-after']])),
          );
          for (const [index, person] of people.entries()) {
            void instances[index]?.accept(arrivalOf(person));
          }
          await world.clock.advance(500);
          [isAlive = false, isOtherAlive = false] = instances.map((each) => each.isAlive);
          // Killed before it could say 200: the channel delivers again.
          for (const person of people) {
            await settled(world, startInstance(world).accept(arrivalOf(person)));
          }
          for (const instance of instances) void instance.serveQueue();
          await play(world, people.map(idOf), instances);
          await expectOneEach(world, people, {
            where: `calls ${call} and ${other}`,
            maySendNotices: instances.some(({ diedSending }) => diedSending),
          });
          expect(other).toBeLessThan(40);
        }
        if (isAlive) expect(call).toBeGreaterThan(15);
      }
    },
    60_000,
  );

  it('if those who go on with them are killed as well, however Genie’s lists come', async () => {
    const kill = fc.constantFrom<Mishap>('killed-before', 'killed-after');
    // While they ask Genie, claim and write that down.
    const asking = fc.tuple(fc.integer({ min: 12, max: 18 }).map(String), kill);
    const goingOn = fc.tuple(fc.nat(30).map(String), kill);
    const killed = fc.record({
      askers: fc.array(asking, { minLength: 2, maxLength: 3 }),
      next: fc.array(goingOn, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(killed, fc.constantFrom(...allLists), async ({ askers, next }, lists) => {
        const world = open(lists);
        const start = ([call, what]: [string, Mishap]) =>
          startInstance(world, new Map([[Number(call), what]]));
        const instances = askers.map(start);
        const all = instances.map((_, index) => `person-${index}`);
        for (const [index, person] of all.entries()) {
          void instances[index]?.accept(arrivalOf(person));
        }
        await world.clock.advance(500);
        // Killed before it could say 200: the channel delivers again.
        for (const person of all) {
          await settled(world, startInstance(world).accept(arrivalOf(person)));
        }
        instances.push(...next.map(start));
        for (const instance of instances) void instance.serveQueue();
        await play(world, all.map(idOf), instances);
        await expectOneEach(world, all, {
          maySendNotices: instances.some(({ diedSending }) => diedSending),
        });
      }),
      { numRuns: runs(300) },
    );
  }, 120_000);
});

/** Lets an instance take over someone's question, and nobody else's. */
async function carryOn(world: World, person: string, { deps }: Instance): Promise<void> {
  await world.clock.advance(leaseMs);
  void continueQuestion({ kind: 'go', questionId: idOf(person) }, deps);
  await world.clock.advance(leaseMs);
}

/** An instance that is stopped, as a whole process can be, when it's about to claim a conversation. */
function stopAtClaim(world: World): { stopped: Instance; goOn: () => void } {
  const gate = Promise.withResolvers<void>();
  let isStopped = false;
  const questions = new Proxy(world.storage.questions, {
    get(target, key: keyof QuestionStore) {
      return async (...args: unknown[]) => {
        isStopped ||= key === 'claim';
        if (isStopped) await gate.promise;
        return (target[key] as (...all: unknown[]) => unknown)(...args);
      };
    },
  });
  const stopped = startInstance({ ...world, storage: { ...world.storage, questions } });
  return { stopped, goOn: gate.resolve };
}
