import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Subscription } from '../../../src/questions/subscription.ts';
import {
  changeSubscription,
  pauseSubscription,
  resumeSubscription,
} from '../../../src/questions/subscriptions/changeSubscription.ts';
import { endSubscription } from '../../../src/questions/subscriptions/endSubscription.ts';
import { nextDue } from '../../../src/schedule/nextDue.ts';
import type { Schedule } from '../../../src/schedule/schedule.ts';
import { aPlace } from '../../support/aPlace.ts';
import { aSubscription, plantSubscription } from '../../support/plantSubscription.ts';
import { runs } from '../../support/runs.ts';
import { type Fleet, startFleet } from './simulation/fleet.ts';
import { startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Runs begin before their due time. */
const aheadMs = 16 * minuteMs;

/** Time in which all that was killed is made up for: the host keeps a message from others for ten minutes. */
const repairMs = 30 * minuteMs;

type Deed =
  | { is: 'pause' | 'resume' | 'change' | 'end'; of: number }
  | { is: 'ask'; by: number }
  | { is: 'redeliver'; of: number; back: number }
  | { is: 'kill'; index: number }
  | { is: 'down'; ms: number }
  | { is: 'lose' };

/** `later`: it takes nothing now. Otherwise, what it doesn't say of an answer that it took, or didn't. */
type Reception = 'takes' | 'later' | 'shown' | 'lost';

/** From when to when (ms since 1970) its owner wanted answers, and when. */
interface Wanted {
  from: number;
  to: number;
  schedule: Schedule;
  timeZone: string;
}

/** What its owner did, beside what became of it. */
interface Kept {
  subscription: Subscription;
  wanted: Wanted[];
  /** When its owner did something to it. */
  deeds: number[];
}

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns'];

const aSchedule = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.nat(59) })
  .chain((at) =>
    fc.constantFrom<Schedule>(
      { every: 'day', at },
      { every: 'weekday', at },
      { every: 'week', days: [1, 2, 7], at },
    ),
  );

const history = fc.record({
  subscriptions: fc.array(
    fc.record({
      owner: fc.nat(1),
      schedule: aSchedule,
      timeZone: fc.constantFrom(...zones),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  deeds: fc.array(
    fc.record({
      /** Near the due time of the first one, where most can go wrong. */
      day: fc.nat(2),
      minute: fc.oneof(fc.integer({ min: -18, max: 5 }), fc.integer({ min: -200, max: 200 })),
      second: fc.nat(59),
      deed: fc.oneof<fc.Arbitrary<Deed>[]>(
        fc.record({ is: fc.constantFrom('pause', 'resume', 'change', 'end'), of: fc.nat(2) }),
        fc.record({ is: fc.constant('ask'), by: fc.nat(1) }),
        fc.record({ is: fc.constant('redeliver'), of: fc.nat(2), back: fc.nat(2) }),
        fc.record({ is: fc.constant('kill'), index: fc.nat(1) }),
        fc.record({
          is: fc.constant('down'),
          ms: fc.constantFrom(10, 50, 70, 30 * 60).map((minutes) => minutes * minuteMs),
        }),
        fc.record({ is: fc.constant('lose') }),
      ),
    }),
    { maxLength: 6 },
  ),
  mishaps: fc.array(someMishaps(150, 5), { minLength: 2, maxLength: 6 }),
  answerMs: fc.array(fc.constantFrom(500, 5_000, 40_000, 5 * minuteMs), {
    minLength: 1,
    maxLength: 4,
  }),
  perMinute: fc.constantFrom(1, 5, 60),
  /** What the channel makes of the n-th answer that is sent; it takes those after. */
  channel: fc.array(fc.constantFrom<Reception>('takes', 'takes', 'later', 'shown', 'lost'), {
    maxLength: 4,
  }),
});

const days = 3;

describe('a subscription', () => {
  it('asks each due time once and answers it once, and none is lost without being said, whatever is killed, lost, redelivered or down, and whatever its owner does', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        async ({ subscriptions, deeds, mishaps, answerMs, perMinute, channel }) => {
          const world = createWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
            spansDays: true,
          });
          troubleChannel(world, channel);
          const settings = {
            questionsPerMinute: perMinute,
            keepQuestionsMs: 90 * dayMs,
            keepWords: true,
            subscriptions: { mostOfOne: 10 },
          };
          const { clock } = world;
          const begun = clock.now();
          const kept: Kept[] = [];
          for (const [index, { owner, schedule, timeZone }] of subscriptions.entries()) {
            const dueAt = nextDue(schedule, timeZone, begun);
            const subscription = aSubscription(dueAt, {
              place: placeOf(owner),
              text: `subscribed ${index}`,
              schedule,
              timeZone,
              createdAt: begun,
            });
            await plantSubscription(subscription, world.storage);
            const wanted = [{ from: begun, to: Infinity, schedule, timeZone }];
            kept.push({ subscription, wanted, deeds: [] });
          }
          const fleet = startFleet(world, mishaps.map(toMap), settings);
          const first = kept[0]?.subscription.dueAt ?? begun;
          const inOrder = deeds
            .map(({ day, minute, second, deed }) => ({
              at: first + day * dayMs + minute * minuteMs + second * 1_000,
              deed,
            }))
            .sort((one, other) => one.at - other.at);
          const asked: string[] = [];
          const losses: number[] = [];
          for (const { at, deed } of inOrder) {
            await fleet.passTo(at);
            if (deed.is === 'lose') losses.push(clock.now());
            await doOne(deed, { world, fleet, kept, asked, settings });
          }
          await fleet.passTo(Math.max(begun + days * dayMs, fleet.downUntil + hourMs));
          // What is at work then ends.
          await fleet.passTo(clock.now() + 3 * hourMs);
          const isUnsure = channel.some(
            (reception) => reception === 'shown' || reception === 'lost',
          );
          await expectAllKept(world, fleet, kept, { losses, isUnsure });
          for (const id of asked) await expectAnswered(world, fleet, id, isUnsure);
          expect(world.overlaps).toBe(0);
        },
      ),
      { numRuns: runs(80) },
    );
  }, 240_000);
});

function troubleChannel({ courier }: World, channel: readonly Reception[]): void {
  const { deliverAnswer } = courier;
  let count = 0;
  courier.deliverAnswer = async (question, answer, beforeSending) => {
    const reception = channel[count++] ?? 'takes';
    if (reception === 'takes') return deliverAnswer(question, answer, beforeSending);
    await beforeSending('post');
    if (reception === 'shown') await deliverAnswer(question, answer, async () => {});
    throw new CourierError(reception === 'later' ? 'later' : 'unsure', reception, undefined);
  };
}

function placeOf(owner: number) {
  return aPlace({ channelId: 'msteams', user: { id: `person-${owner}` } });
}

interface Play {
  world: World;
  fleet: Fleet;
  kept: readonly Kept[];
  asked: string[];
  settings: Parameters<typeof startInstance>[2];
}

async function doOne(deed: Deed, { world, fleet, kept, asked, settings }: Play): Promise<void> {
  const { clock, storage } = world;
  const now = clock.now();
  const one = 'of' in deed ? kept[deed.of % kept.length] : undefined;
  const id = one?.subscription.id ?? '';
  // What a person does is done again until an instance has taken it.
  const { deps } = startInstance(world, new Map(), settings);
  const last = one?.wanted.at(-1);
  const isWanted = last?.to === Infinity;
  switch (deed.is) {
    case 'kill':
      return fleet.kill(deed.index);
    case 'down':
      return fleet.takeDown(deed.ms);
    case 'lose':
      storage.looks.lose();
      return storage.queue.lose();
    case 'redeliver': {
      const row = (await storage.subscriptions.get(id))?.value;
      if (!row) return;
      const look = row.look - deed.back;
      return storage.looks.send({ kind: 'due', subscriptionId: id, look });
    }
    case 'ask': {
      const place = placeOf(deed.by);
      const activityId = `activity-${asked.length}`;
      const text = `asked ${asked.length}`;
      const instance = startInstance(world, new Map(), settings);
      await settled(world, instance.accept({ place, activityId, text }));
      asked.push(questionIdOf(place, activityId));
      return;
    }
    case 'pause':
      await settled(world, pauseSubscription(id, deps));
      if (one && last && isWanted) {
        last.to = now;
        one.deeds.push(now);
      }
      return;
    case 'resume':
      await settled(world, resumeSubscription(id, deps));
      if (one && last && !isWanted && (await storage.subscriptions.get(id))) {
        one.wanted.push({ ...last, from: now, to: Infinity });
        one.deeds.push(now);
      }
      return;
    case 'end':
      await settled(world, endSubscription(id, deps));
      if (one && last && isWanted) {
        last.to = now;
        one.deeds.push(now);
      }
      return;
    case 'change': {
      const hour = ((last?.schedule.at.hour ?? 0) + 1) % 24;
      const at = { hour, minute: last?.schedule.at.minute ?? 0 };
      const schedule: Schedule = { every: 'day', at };
      await settled(world, changeSubscription(id, { schedule }, deps));
      if (one && last && (await storage.subscriptions.get(id))) {
        last.to = Math.min(last.to, now);
        one.wanted.push({ ...last, schedule, from: now, to: Infinity });
        one.deeds.push(now);
      }
      return;
    }
  }
}

interface Trouble {
  /** When the queue lost its messages (ms since 1970). */
  losses: readonly number[];
  /** The channel didn't say what it did with an answer: then its asker is told that it may be there. */
  isUnsure: boolean;
}

/** What became of each due time: an answer at its time, or a reason to be without one that is said with the next. */
async function expectAllKept(
  world: World,
  fleet: Fleet,
  kept: readonly Kept[],
  trouble: Trouble,
): Promise<void> {
  const now = world.clock.now();
  const rows = await readRuns(world);
  expectAskedOnce(world, rows);
  const isUnsure = trouble.isUnsure || fleet.all.some((each) => each.diedSending);
  for (const one of kept) {
    const { subscription } = one;
    const own = rows.filter(({ run }) => run.subscriptionId === subscription.id);
    const dues = one.wanted.flatMap(duesOf).filter((due) => due < now - 2 * hourMs);
    // What nobody wanted is never shown.
    for (const row of own.filter(({ id }) => shownOf(world, id).length > 0)) {
      expect(one.wanted.flatMap(duesOf), describeRow(row)).toContain(row.run.dueAt);
    }
    for (const due of dues) {
      const of = own.filter(({ run }) => run.dueAt === due);
      const seen = of.flatMap(({ id }) => shownOf(world, id));
      const where = `${subscription.text}, due ${new Date(due).toISOString()}: ${of.map(describeRow).join('; ') || 'no run'}`;
      const answers = seen.filter(({ what }) => what === 'answer');
      expect(answers.length, where).toBeLessThanOrEqual(1);
      for (const { at } of seen) expect(at, where).toBeGreaterThanOrEqual(due);
      if (isExcused(due, one, fleet, trouble)) continue;
      if (isUnsure && seen.some(({ what }) => what === 'delivery-unsure')) continue;
      expect(
        seen.map(({ what }) => what),
        where,
      ).toEqual(['answer']);
      expect((seen[0]?.at ?? 0) - due, where).toBeLessThan(repairMs);
    }
    await expectSkippedSaid(world, one, own, dues);
  }
}

/** Every due time that nobody answered is counted in what the next answer says, or waits to be said. */
async function expectSkippedSaid(
  world: World,
  { subscription, deeds }: Kept,
  rows: readonly RunRow[],
  dues: readonly number[],
): Promise<void> {
  // A notice that an answer may be missing doesn't say it: the next answer says it again.
  const isUnsure = rows.some(({ failure }) => failure?.code === 'delivery-unsure');
  if (deeds.length > 0 || isUnsure) return;
  const row = (await world.storage.subscriptions.get(subscription.id))?.value;
  const ended = rows.filter(({ id }) => shownOf(world, id).length > 0);
  // What was said with the latest run perhaps hasn't been learned yet.
  const { run, skipped } = row ?? {};
  const latest = run?.isLearned ? undefined : ended.find(({ id }) => id === run?.questionId);
  const unsaid = (skipped?.times ?? 0) - (latest?.run.skipped?.times ?? 0);
  const said = ended.reduce((sum, { run }) => sum + (run.skipped?.times ?? 0), 0);
  const missed = dues.filter((due) => {
    const of = rows.find(({ run }) => run.dueAt === due);
    return of === undefined || of.run.silent === 'late';
  });
  const about = `${subscription.text}: ${rows.map(describeRow).join('; ')}`;
  expect(said + unsaid, about).toBe(missed.length);
}

type RunRow = Question & { run: NonNullable<Question['run']> };

async function readRuns({ storage }: World): Promise<RunRow[]> {
  const rows: RunRow[] = [];
  for await (const page of storage.questions.listSince(0)) {
    rows.push(...page.filter((each): each is RunRow => each.run !== undefined));
  }
  return rows.sort((one, other) => one.run.dueAt - other.run.dueAt);
}

function describeRow({ state, run, failure }: RunRow): string {
  const { dueAt, revision, silent, skipped } = run;
  const about = { state, revision, silent, skipped, failure: failure?.code };
  return `${new Date(dueAt).toISOString()} ${JSON.stringify(about)}`;
}

function shownOf(world: World, id: string) {
  return world.shown.filter(({ questionId }) => questionId === id);
}

function duesOf({ from, to, schedule, timeZone }: Wanted): number[] {
  const dues: number[] = [];
  const end = Math.min(to, from + 10 * dayMs);
  for (let due = nextDue(schedule, timeZone, from); due <= end; ) {
    dues.push(due);
    due = nextDue(schedule, timeZone, due);
  }
  return dues;
}

/** Whether nothing ran, or its owner did something, while the due time was to be met. */
function isExcused(due: number, { deeds }: Kept, { gaps }: Fleet, { losses }: Trouble): boolean {
  const meets = (from: number, to: number) => from < due + repairMs && to > due - aheadMs;
  return (
    deeds.some((at) => meets(at, at)) ||
    // The hourly sweep finds what the queue lost.
    losses.some((at) => at < due + repairMs) ||
    gaps.some(({ from, to }) => to - from > 2 * minuteMs && meets(from, to))
  );
}

/** Each message of Genie's is that of one question, and the number of them shows that none was asked twice. */
function expectAskedOnce(world: World, rows: readonly RunRow[]): void {
  const ids = rows.flatMap(({ messageId }) => messageId ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const texts = new Set(rows.map(({ text }) => text));
  for (const text of texts) {
    const asked = world.asked.filter(({ content }) => content.endsWith(text ?? '?')).length;
    const tried = rows.filter((row) => row.text === text && row.attempts > 0);
    const silent = tried.filter(({ messageId }) => messageId === undefined).length;
    expect(asked, text).toBeLessThanOrEqual(tried.length);
    expect(asked, text).toBeGreaterThanOrEqual(tried.length - silent);
  }
}

async function expectAnswered(
  world: World,
  fleet: Fleet,
  id: string,
  isUnsure: boolean,
): Promise<void> {
  const shown = shownOf(world, id).map(({ what }) => what);
  if (!isUnsure && !fleet.all.some(({ diedSending }) => diedSending))
    expect(shown).toEqual(['answer']);
  else expect(shown.filter((what) => what === 'answer').length).toBeLessThanOrEqual(1);
}
