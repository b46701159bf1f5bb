import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import type { Place } from '../../../src/questions/place.ts';
import { endStates, type Question } from '../../../src/questions/question.ts';
import { noteSignedIn } from '../../../src/questions/signIns/noteSignedIn.ts';
import { readPerson } from '../../../src/signIn/readPerson.ts';
import { signOut } from '../../../src/signIn/signOut.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { acceptDespiteKill } from './simulation/acceptDespiteKill.ts';
import { type Instance, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { openStage } from './simulation/stage.ts';
import { createWorld, type World } from './simulation/world.ts';

const minute = 60_000;

/** A person in their own chat in Teams; the last of them is on our own page, in one of two chats. */
function placeOf(person: number, chat = 0): Place {
  if (person === visitor) return pagePlaceOf(chat);
  const user = { id: `29:${person}`, aadObjectId: `oid-${person}` };
  const conversation = { id: `a:${person}`, conversationType: 'personal' };
  return aPlace({ channelId: 'msteams', conversation, user });
}

const visitor = 2;

function pagePlaceOf(chat: number): Place {
  const owner = String(visitor).repeat(32);
  return aPlace({
    channelId: 'directline',
    conversation: { id: `conversation-${chat}` },
    user: { id: 'dl_page_visitor', aadObjectId: 'oid-visitor' },
    visitor: { chatId: `${owner}-${String(chat).repeat(32)}` },
  });
}

function deskOf({ signIns }: World) {
  if (signIns === undefined) throw new Error('Nobody signs in here');
  return signIns;
}

/** What an instance does when a client brings a token. */
async function signIn(world: World, instance: Instance, place: Place, lifeMs?: number) {
  const token = deskOf(world).signIn(place, lifeMs);
  await noteSignedIn(place, readPerson(token, place), instance.deps);
}

async function rowsOf(world: World, ids: readonly string[]): Promise<Question[]> {
  const rows = await Promise.all(ids.map((id) => world.storage.questions.get(id)));
  return rows.flatMap((row) => row?.value ?? []);
}

describe('questions that are asked as their askers', () => {
  const mishaps = someMishaps(60, 3);
  const event = fc.record({
    what: fc.constantFrom(
      'ask',
      'ask',
      'sign in',
      'sign in',
      'sign in twice',
      'sign in briefly',
      'sign out',
      'revoke',
      'service away',
    ),
    person: fc.integer({ min: 0, max: 2 }),
    target: fc.integer({ min: 0, max: 1 }),
    afterMs: fc.constantFrom(0, 300, 3_000, 20_000, 5 * minute),
  });
  const history = fc.record({
    answerMs: fc.constantFrom(500, 8_000, 40_000),
    events: fc.array(event, { minLength: 2, maxLength: 9 }),
    first: mishaps,
    second: mishaps,
  });

  it('reach Genie once at most, with the right token, and end with one outcome, whenever people sign in or out', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ answerMs, events, first, second }) => {
        const world = createWorld(() => answerMs, { asPerson: true });
        const desk = deskOf(world);
        const instances = [first, second].map((at) => startInstance(world, toMap(at)));
        for (const instance of instances) void instance.serveQueue();
        const askers = new Map<string, { content: string; person: string }>();
        for (const [index, { what, person, target, afterMs }] of events.entries()) {
          const place = placeOf(person, target);
          const instance = instances.find(({ isAlive }) => isAlive) ?? startInstance(world);
          const chosen = instances[target] ?? instance;
          const quietly = (work: Promise<unknown>) => void work.catch(() => {});
          if (what === 'ask') {
            const question = { place, activityId: `activity-${index}`, text: `question ${index}` };
            askers.set(questionIdOf(place, question.activityId), {
              content: question.text,
              person: place.user.id,
            });
            quietly(chosen.accept(question));
            await world.clock.advance(200);
            // The channel delivers until an instance takes the question.
            await settled(world, startInstance(world).accept(question));
          }
          if (what === 'sign in' || what === 'sign in twice') {
            quietly(signIn(world, chosen, place));
          }
          if (what === 'sign in twice') quietly(signIn(world, instance, place));
          if (what === 'sign in briefly') quietly(signIn(world, chosen, place, 90_000));
          if (what === 'sign out') {
            const service = desk.service;
            quietly(signOut(place, { ...chosen.deps, service }));
          }
          if (what === 'revoke') desk.revokeAll();
          if (what === 'service away') desk.awayUntil = world.clock.now() + 20_000;
          await world.clock.advance(afterMs);
        }
        const ids = [...askers.keys()];
        await play(world, ids, instances, 40 * minute);

        for (const { content, by } of desk.asked) {
          const asker = [...askers.values()].find((each) => content.endsWith(each.content));
          expect(by, content).toBe(asker?.person);
        }
        const contents = world.asked.map(({ content }) => content);
        expect(new Set(contents).size).toBe(contents.length);
        const maySendNotices = instances.some(({ diedSending }) => diedSending);
        for (const row of await rowsOf(world, ids)) {
          expect(endStates.has(row.state), `${row.id} ${row.state}`).toBe(true);
          const shown = world.shown.filter(({ questionId }) => questionId === row.id);
          const isSilent = row.failure?.code === 'sign-in-replaced';
          if (!maySendNotices) expect(shown, row.failure?.code).toHaveLength(isSilent ? 0 : 1);
          expect(shown.filter(({ what }) => what === 'answer').length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(200) },
    );
  }, 240_000);

  it('are asked within 90 s of the sign-in, whichever call the instance that hears of it is killed at', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = createWorld(() => 2_000, { asPerson: true });
        const settler = startInstance(world);
        void settler.serveQueue();
        const place = placeOf(0);
        const question = { place, activityId: 'one', text: 'How many?' };
        const id = questionIdOf(place, 'one');
        await settled(world, settler.accept(question));
        expect(deskOf(world).shown).toEqual([id]);
        const instance = startInstance(world, new Map([[call, kill]]));
        let isDone = false;
        void signIn(world, instance, place).then(() => {
          isDone = true;
        });
        const tookMs = await play(world, [id], [settler, instance], 5 * minute);
        const where = `${kill} at call ${call}`;
        expect(world.asked, where).toHaveLength(1);
        expect(
          world.shown.map(({ what }) => what),
          where,
        ).toEqual(['answer']);
        expect(tookMs, where).toBeLessThan(90_000);
        if (isDone) {
          expect(call).toBeGreaterThan(3);
          return;
        }
      }
    }
  }, 60_000);

  it('wait for a sign-in and go on, whichever call their only instance is killed at', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = createWorld(() => 2_000, { asPerson: true });
        const instance = startInstance(world, new Map([[call, kill]]));
        const place = placeOf(0);
        const question = { place, activityId: 'one', text: 'How many?' };
        const id = questionIdOf(place, 'one');
        const instances = await acceptDespiteKill(world, instance, question, id);
        await play(world, [id], instances, 2 * minute);
        const where = `${kill} at call ${call}`;
        expect(new Set(deskOf(world).shown), where).toEqual(new Set([id]));
        const other = startInstance(world);
        await settled(world, signIn(world, other, place));
        await play(world, [id], instances, 5 * minute);
        expect(world.asked, where).toHaveLength(1);
        if (instance.isAlive) {
          expect(call).toBeGreaterThan(20);
          return;
        }
        if (!instance.diedSending) {
          expect(
            world.shown.map(({ what }) => what),
            where,
          ).toEqual(['answer']);
        }
      }
    }
  }, 60_000);
});

describe('a question that is under way when Genie is asked with other rights', () => {
  it.each([
    ['being updated', 'update', 'delivery-unsure'],
    ['not sent', undefined, 'identity-changed'],
  ] as const)('leaves an answer that is %s where it may be', async (_what, sending, code) => {
    const stage = openStage(1_000);
    const id = await stage.ask();
    await stage.pass(minute);
    const { storage } = stage.world;
    const row = await storage.questions.get(id);
    if (row === undefined) throw new Error('There is no such question');
    const { endedAt: _not, ...question } = row.value;
    await storage.questions.replace(row, {
      ...question,
      state: 'answered',
      askedAs: 'a person',
      progressActivityId: 'progress',
      ...(sending && { sending }),
    });
    await storage.queue.send({ kind: 'go', questionId: id });
    await stage.pass(minute);
    const after = await stage.rowOf(id);
    expect(after?.failure?.code).toBe(code);
    expect(after?.progressActivityId).toBe(sending ? undefined : 'progress');
    expect(stage.shown()).toEqual(['answer', code]);
  });

  it.each([
    ['asked as the bot, now as each person', true],
    ['asked as a person, now as the bot', false],
  ])('is neither read nor asked again: %s', async (_what, asPerson) => {
    const world = createWorld(() => 20_000, { asPerson });
    const instance = startInstance(world);
    void instance.serveQueue();
    const place = placeOf(0);
    if (asPerson) deskOf(world).signIn(place);
    const id = questionIdOf(place, 'one');
    await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
    const row = await world.storage.questions.get(id);
    if (row === undefined) throw new Error('There is no such question');
    const { askedAs: _now, ...question } = row.value;
    const before = asPerson ? question : { ...question, askedAs: 'a person' };
    await world.storage.questions.replace(row, before);
    await play(world, [id], [instance], 2 * minute);
    expect(world.asked).toHaveLength(1);
    expect(world.shown.map(({ what }) => what)).toEqual(['identity-changed']);
  });
});
