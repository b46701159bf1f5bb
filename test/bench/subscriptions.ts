import type { Activity } from '../../local/chat/activity.ts';
import { systemClock } from '../../src/common/clock.ts';
import { mapAtMost } from '../../src/common/mapAtMost.ts';
import { questionIdOf } from '../../src/questions/ids.ts';
import type { Subscription } from '../../src/questions/subscription.ts';
import { sweep } from '../../src/questions/upkeep/sweep.ts';
import { nextDue } from '../../src/schedule/nextDue.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import { startInstance } from '../questions/life/simulation/instance.ts';
import { settled } from '../questions/life/simulation/play.ts';
import { createWorld } from '../questions/life/simulation/world.ts';
import { aPlace } from '../support/aPlace.ts';
import { toConnectionString } from '../support/azurite.ts';
import { aSubscription, plantSubscription } from '../support/plantSubscription.ts';
import { countQueue, createCountedRows, type StorageCalls } from './support/countedStorage.ts';
import { type Figure, printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { mean, percentile } from './support/spread.ts';

// What subscriptions cost while nothing is due, and how long many that are due in the same minute take beside Genie's
// budget. The core alone, over storage in memory that counts calls and a clock that moves: counts and times are exact,
// whatever the machine does meanwhile.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** As many as are played; the counts are for `subscriptions`. */
const sample = 500;
const subscriptions = 10_000;

/** US dollars; `pollingCost.ts` has it too. */
const storageCallPrice = 0.4e-6;

const nine = { hour: 9, minute: 0 };
const begun = Date.UTC(2026, 10, 21, 9, 1);
const usual = { subscriptions: { mostOfOne: 10 }, keepQuestionsMs: 30 * dayMs };

/** A bot with so many subscriptions, each of another person, and the calls of storage that it makes. */
async function openBot(
  count: number,
  make: (index: number) => Partial<Subscription> & { dueAt: number },
  settings: Parameters<typeof startInstance>[2],
) {
  const calls: StorageCalls = { tables: 0, queue: 0 };
  const world = createWorld(() => 10_000, {
    spansDays: true,
    createRows: () => createCountedRows(calls),
  });
  countQueue(world.storage.queue, calls);
  countQueue(world.storage.looks, calls);
  await world.clock.advance(begun - world.clock.now());
  for (let index = 0; index < count; index += 1) {
    const { dueAt, ...overrides } = make(index);
    const place = aPlace({
      channelId: 'msteams',
      conversation: { id: `chat-${index}` },
      user: { id: `person-${index}` },
    });
    await plantSubscription(aSubscription(dueAt, { place, ...overrides }), world.storage);
  }
  const instance = startInstance(world, new Map(), { ...usual, ...settings });
  void instance.serveQueue();
  // The first looks.
  for (let second = 0; second < 20; second += 1) await world.clock.advance(1_000);
  return {
    world,
    instance,
    /** The calls until then, with those of the hourly sweeps. */
    async countTo(time: number): Promise<number> {
      const before = calls.tables + calls.queue;
      while (world.clock.now() < time) {
        await world.clock.advance(Math.min(hourMs, time - world.clock.now()));
        await settled(world, sweep(instance.deps));
      }
      return calls.tables + calls.queue - before;
    },
  };
}

/** The calls of a day on which nothing is due, and those of a run, the bot's own taken off. */
async function measureDay(schedule: Schedule) {
  const dueAt = nextDue(schedule, 'UTC', begun);
  const settings = { questionsPerMinute: 10_000 };
  const idleFrom = begun + hourMs;
  const idleTo = dueAt - hourMs;
  const play = async (count: number) => {
    const bot = await openBot(count, () => ({ dueAt, schedule }), settings);
    await bot.countTo(idleFrom);
    const idle = await bot.countTo(idleTo);
    const run = await bot.countTo(dueAt + hourMs);
    return { idle, run };
  };
  const none = await play(0);
  const some = await play(sample);
  return {
    idleADay: ((some.idle - none.idle) / sample) * (dayMs / (idleTo - idleFrom)),
    aRun: (some.run - none.run) / sample,
  };
}

const kinds: [string, Schedule][] = [
  ['every day', { every: 'day', at: nine }],
  ['every weekday', { every: 'weekday', at: nine }],
  ['every Saturday', { every: 'week', days: [6], at: nine }],
  ['every 20th', { every: 'month', day: 20, at: nine }],
];

const dollars = (calls: number) => `$${(calls * storageCallPrice).toFixed(4)}`;
/** Two messages of each, looked at every six days with four calls. */
const mostIdle = Math.ceil((subscriptions * 2 * 4) / 6);
const idle: Figure[] = [];
let aRun = 0;
for (const [name, schedule] of kinds) {
  const day = await measureDay(schedule);
  aRun = Math.max(aRun, day.aRun);
  const calls = Math.round(day.idleADay * subscriptions);
  idle.push({
    what: `10,000 ${name}: calls of an idle day`,
    ours: `${calls.toLocaleString('en')}, ${dollars(calls)}`,
    limit: `≤ ${mostIdle.toLocaleString('en')}`,
    isKept: calls <= mostIdle,
  });
}
idle.push(
  { what: 'calls of a run', ours: aRun.toFixed(1) },
  { what: '10,000 runs', ours: dollars(aRun * subscriptions) },
);
printFigures('Subscriptions: what storage is asked', idle);

const crowd = 500;

/** Five hundred at ten, and people who ask around it. */
async function measureCrowd(questionsPerMinute: number): Promise<Figure[]> {
  const dueAt = begun + hourMs;
  const { world, instance } = await openBot(crowd, () => ({ dueAt }), { questionsPerMinute });
  const { clock, storage } = world;
  const own = new Set<string>();
  const waits: number[] = [];
  let rowBytes = 0;
  for (const minutes of [-10, -1, 0.5, 10, 30]) {
    await passTo(dueAt + minutes * minuteMs);
    waits.push(await askNow(`now ${minutes}`));
  }
  const delivered = () =>
    world.shown.filter(({ questionId }) => !own.has(questionId)).map(({ at }) => at - dueAt);
  while (delivered().length < crowd && clock.now() < dueAt + dayMs / 2) {
    await passTo(clock.now() + minuteMs);
  }
  const late = delivered();
  const last = Math.max(...late);
  const onTime = late.filter((ms) => ms < minuteMs).length;
  // All of the budget, from a quarter of an hour before.
  const least = Math.max(0, (crowd / questionsPerMinute - 15) * minuteMs);
  const minutes = (ms: number) => `${(ms / minuteMs).toFixed(1)} min`;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const most = (60 / questionsPerMinute) * 1_000 + 1_500;
  return [
    {
      what: `${questionsPerMinute} a minute: at their minute`,
      ours: `${onTime} of ${late.length}`,
      beside: `${Math.min(crowd, questionsPerMinute * 15)} at best`,
    },
    {
      what: 'the last one after its time',
      ours: minutes(last),
      beside: `${minutes(least)} at best`,
      ...(least > 0 && { ratio: last / least }),
    },
    {
      what: 'someone who asks meanwhile waits, at most',
      ours: seconds(Math.max(...waits)),
      beside: minutes((crowd / questionsPerMinute) * minuteMs),
      limit: `≤ ${seconds(most)}`,
      isKept: Math.max(...waits) <= most,
    },
    { what: 'the row of the line, at most', ours: `${(rowBytes / 1_000).toFixed(0)} kB` },
  ];

  async function passTo(time: number): Promise<void> {
    while (clock.now() < time) {
      await clock.advance(Math.min(10_000, time - clock.now()));
      const budget = await storage.budgets.get('workspace');
      rowBytes = Math.max(rowBytes, JSON.stringify(budget?.value ?? {}).length);
    }
  }

  async function askNow(text: string): Promise<number> {
    const place = aPlace({ channelId: 'msteams', user: { id: text } });
    const at = clock.now();
    own.add(questionIdOf(place, text));
    await settled(world, instance.accept({ place, activityId: text, text }));
    const asked = () => world.asked.find(({ content }) => content.endsWith(text));
    while (!asked() && clock.now() < at + hourMs) await passTo(clock.now() + 500);
    return (asked()?.askedAt ?? Number.POSITIVE_INFINITY) - at;
  }
}

const crowds: Figure[] = [];
for (const perMinute of [5, 20, 60]) crowds.push(...(await measureCrowd(perMinute)));
printFigures(`Subscriptions: ${crowd} due in the same minute`, crowds);

/** The deployed bundle in a process of its own, with no limit but its own speed. */
async function measureProcess(): Promise<Figure[]> {
  const stage = await openBenchStage({ stageMs: 500 });
  const { tableAddress, queueAddress } = stage.storage;
  const value = toConnectionString(tableAddress, queueAddress);
  const storage = openStorage({ kind: 'connection-string', value }, systemClock);
  const dueAt = Date.now() + 50_000;
  const indexes = Array.from({ length: crowd }, (_, index) => index);
  await mapAtMost(10, indexes, (index) => {
    const place = aPlace({
      channelId: 'msteams',
      serviceUrl: stage.connector.url,
      conversation: { id: `chat-${index}` },
      user: { id: `person-${index}` },
    });
    return plantSubscription(aSubscription(dueAt, { place }), storage);
  });
  await stage.start();
  const seen = () =>
    stage.connector.requests
      .filter(({ body, status }) => isAnswer(body, status))
      .map(({ at }) => at);
  await stage.connector.waitFor(() => seen().length >= crowd, 300_000);
  const late = seen().map((at) => at - dueAt);
  await stage.close();
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return [
    { what: 'delivered', ours: `${late.length} of ${crowd}` },
    {
      what: 'before their time',
      ours: `${late.filter((ms) => ms < 0).length}`,
      limit: '0',
      isKept: late.every((ms) => ms >= 0),
    },
    { what: 'after their time, mean', ours: seconds(mean(late)) },
    { what: 'the last one', ours: seconds(percentile(late, 1)) },
  ];
}

function isAnswer(body: unknown, status: number | undefined): boolean {
  const { type, attachments = [] } = (body ?? {}) as Partial<Activity>;
  return status === 201 && type === 'message' && attachments.length > 0;
}

printFigures(`Subscriptions: ${crowd} at once, one process, no budget`, await measureProcess());
