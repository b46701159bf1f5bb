import { setTimeout as wait } from 'node:timers/promises';
import { aMessage } from '../support/activities.ts';
import { printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';

// What the Functions process needs with 40 questions in flight, and whether it needs more after 2,000. Every second
// question is asked in Web Chat, where charts are drawn as pictures. `node test/bench/memory.ts 500` asks 500. Linux only.

const inFlight = 40;
const questions = Number(process.argv[2] ?? 2_000);
const slowMs = 12_000;
/** By then every time limit of a finished call has passed. */
const settledMs = 35_000;
const limitMB = 200;
/** What Node sets by itself on an instance of 512 MB. On a large machine it lets garbage lie about for longer. */
const asOn512MB = '--max-old-space-size=256 --max-semi-space-size=1';

const stage = await openBenchStage({ stageMs: 10 });
const bot = await stage.start({ LOG_LEVEL: 'warn', NODE_OPTIONS: asOn512MB });
let asked = 0;

async function ask(text: string): Promise<void> {
  asked += 1;
  // Some hundred people, who come back.
  const id = `person-${asked % 200}`;
  const channelId = asked % 2 === 0 ? 'msteams' : 'webchat';
  const seen = stage.connector.requests.length;
  await bot.post(
    aMessage({
      channelId,
      text: `${text} (${asked})`,
      serviceUrl: stage.connector.url,
      conversation: { id },
      from: { id, aadObjectId: id },
    }),
  );
  const path = `/${id}/activities`;
  await stage.connector.waitFor(() => {
    const later = stage.connector.requests.slice(seen);
    return later.some((request) => request.path.includes(path) && isAnswer(request.body));
  }, 120_000);
}

const isAnswer = (body: unknown) =>
  ((body as { attachments?: unknown[] })?.attachments ?? []).length > 0;
const show = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function askMany(count: number, text: string): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await ask(text);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

const idle = await bot.readRss();
// The first of each kind load what draws pictures, and make the tables.
await askMany(inFlight, 'Revenue by region');
stage.genie.faults.script('Slowly', {
  statuses: [
    { status: 'ASKING_AI', ms: slowMs },
    { status: 'COMPLETED', ms: 0 },
  ],
});
await askMany(inFlight, 'Slowly: revenue by region');
// The highest since the process began: before it has had to go faster, and after.
const peakInFlight = await bot.readPeakRss();
await askMany(questions / 2, 'Revenue by region');
const peak = await bot.readPeakRss();

await wait(settledMs);
const heapBefore = await bot.readHeap();
const before = await bot.countObjects();
await askMany(questions / 2, 'Revenue by region');
await wait(settledMs);
const heapAfter = await bot.readHeap();
const after = await bot.countObjects();
await stage.close();

const highest = (when: string, bytes: number) => ({
  what: `highest RSS ${when}`,
  ours: show(bytes),
  limit: `< ${limitMB} MB`,
  isKept: bytes < limitMB * 1e6,
});
const grown = Object.entries(after)
  .map(([name, count]) => ({ name, more: count - (before[name] ?? 0) }))
  .sort((one, other) => other.more - one.more);
const perQuestion = (heapAfter - heapBefore) / (questions / 2);
printFigures(
  `Memory of the Functions process: ${inFlight} questions in flight, ${questions} in all`,
  [
    { what: 'RSS before the first question', ours: show(idle) },
    highest(`with ${inFlight} in flight`, peakInFlight),
    highest('over the first half, as fast as it goes', peak),
    { what: 'heap, half way', ours: show(heapBefore) },
    { what: 'heap, at the end', ours: show(heapAfter) },
    {
      what: 'heap that a question leaves behind',
      ours: `${perQuestion.toFixed(0)} bytes`,
      limit: '< 500 bytes',
      isKept: perQuestion < 500,
    },
    ...grown.slice(0, 3).map(({ name, more }) => ({
      what: `more objects than half way: ${name}`,
      ours: String(more),
      limit: 'fewer than questions',
      isKept: more < questions / 2,
    })),
  ],
);
