import { setTimeout as wait } from 'node:timers/promises';
import { aMessage } from '../support/activities.ts';
import { type Figure, printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { median } from './support/spread.ts';

// How long the channel waits for its 200 when 60 people ask within a few seconds, beyond the time that Genie itself
// takes to accept a question. How often storage is called in this time, `test/e2e/roundTrips.contract.test.ts` keeps.

const people = 60;
const withinMs = 5_000;
const genieTakesMs = 300;

async function measure(genieLimit: string, perMinute: number): Promise<Figure[]> {
  const stage = await openBenchStage();
  const bot = await stage.start({
    GENIE_QUESTIONS_PER_MINUTE: String(perMinute),
    MAX_QUEUE_SIZE: String(people),
  });
  const post = async (id: string) => {
    const startedAt = performance.now();
    const status = await bot.post(
      aMessage({
        text: `Revenue by region for ${id}`,
        serviceUrl: stage.connector.url,
        conversation: { id },
        from: { id, aadObjectId: id },
      }),
    );
    if (status !== 200) throw new Error(`Answered with ${status}`);
    const ms = performance.now() - startedAt;
    // Who has to wait for Genie's limit is answered without asking it.
    const isAsked = stage.genie.messages().some(({ content }) => content.endsWith(` ${id}`));
    return isAsked ? ms - genieTakesMs : ms;
  };
  // The first makes the tables.
  await post('first');
  stage.genie.faults.next({ method: 'POST', times: people }, { delay: genieTakesMs });
  const own = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      await wait((withinMs * index) / people);
      return post(`person-${index}`);
    }),
  );
  await stage.close();

  const figure = (what: string, ms: number, limitMs: number) => ({
    what: `${genieLimit}, ${what}`,
    ours: `${ms.toFixed(0)} ms`,
    limit: `< ${limitMs} ms`,
    isKept: ms < limitMs,
  });
  return [
    figure('median', median(own), 100),
    figure(`slowest of ${people}`, Math.max(...own), 500),
  ];
}

printFigures(
  `Acknowledgement: ${people} new people within ${withinMs / 1_000} s, beyond Genie's own ${genieTakesMs} ms`,
  [
    ...(await measure('Genie takes all at once', 10_000)),
    ...(await measure('Genie takes five a minute', 5)),
  ],
);
