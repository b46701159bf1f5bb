import { setTimeout as wait } from 'node:timers/promises';
import type { StoredMessage } from '../../local/demo/storedConversation.ts';
import { aMessage } from '../support/activities.ts';
import { startCountingProxy } from '../support/countingProxy.ts';
import { askByBackoff } from './support/askByBackoff.ts';
import { printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { mean, percentile } from './support/spread.ts';

// How long an answer that Genie has is under way to the channel, for questions that take Genie 2 to 18 s. Each is asked
// at the same moment through the bot, and as bots do that wait with the Databricks SDK: that several times, since its
// pauses are random.

const questions = 40;
const shortestMs = 2_000;
const longestMs = 18_000;
const askEveryMs = 600;
const besideEach = 5;

const stage = await openBenchStage();
const genie = await startCountingProxy(stage.genie.url);
const bot = await stage.start({ DATABRICKS_HOST: genie.address });
const contents = Array.from({ length: questions }, (_, index) => {
  const content = `Revenue by region (question ${index})`;
  const ms = shortestMs + ((longestMs - shortestMs) * index) / (questions - 1);
  stage.genie.faults.script(content, {
    statuses: [
      { status: 'ASKING_AI', ms: ms / 2 },
      { status: 'EXECUTING_QUERY', ms: ms / 2 },
      { status: 'COMPLETED', ms: 0 },
    ],
  });
  return content;
});

/** When Genie was done with a message (ms since 1970). */
const completedAt = ({ createdAt, timeline }: StoredMessage) =>
  createdAt + timeline.reduce((total, { ms }) => total + ms, 0);

async function askBot(content: string) {
  const id = content.replaceAll(' ', '-');
  await bot.post(
    aMessage({
      text: content,
      serviceUrl: stage.connector.url,
      conversation: { id },
      from: { id, aadObjectId: id },
    }),
  );
  const shown = await stage.connector.waitFor(
    () =>
      stage.connector.requests.find(
        ({ path, body }) =>
          path.includes(encodeURIComponent(id)) &&
          ((body as { attachments?: unknown[] })?.attachments ?? []).length > 0,
      ),
    60_000,
  );
  // The bot says who asks, in front of the question.
  const message = stage.genie.messages().find((each) => each.content.endsWith(`] ${content}`));
  if (!message) throw new Error('Genie was not asked');
  const looks = stage.genie.requests.filter(
    ({ method, path }) => method === 'GET' && path.endsWith(message.id),
  );
  return { addedMs: shown.at - completedAt(message), looksAt: looks.map(({ at }) => at) };
}

async function askBeside(content: string) {
  const { messageId, readyAt, looks } = await askByBackoff(stage.genie, content);
  const message = stage.genie.messages().find(({ id }) => id === messageId);
  return { addedMs: readyAt - (message ? completedAt(message) : Number.NaN), looks };
}

await bot.post(aMessage({ text: 'help', serviceUrl: stage.connector.url }));
const results = await Promise.all(
  contents
    .toSorted(() => Math.random() - 0.5)
    .map(async (content, index) => {
      await wait(index * askEveryMs);
      const beside = Array.from({ length: besideEach }, () => askBeside(content));
      return { ours: await askBot(content), theirs: await Promise.all(beside) };
    }),
);
const requestsEach = genie.exchanges.length / genie.connections();
await stage.close();
await genie.close();

const ours = results.map((result) => result.ours.addedMs);
const theirs = results.flatMap((result) => result.theirs.map(({ addedMs }) => addedMs));
const gaps = results.flatMap(({ ours: { looksAt } }) =>
  looksAt.slice(1).map((at, index) => at - (looksAt[index] ?? 0)),
);
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const compare = (what: string, of: (values: number[]) => number, limitMs: number) => ({
  what,
  ours: seconds(of(ours)),
  beside: seconds(of(theirs)),
  ratio: of(theirs) / of(ours),
  limit: `≤ ${limitMs / 1_000} s`,
  isKept: of(ours) <= limitMs,
});
const ratio = mean(theirs) / mean(ours);
printFigures(
  `Added latency: ${questions} questions of 2 to 18 s, beside the Databricks SDK's waiting`,
  [
    compare('COMPLETED → at the channel, mean', mean, 700),
    compare('the same, p95', (values) => percentile(values, 0.95), 1_400),
    { what: 'times less than the SDK', ours: '', ratio, limit: '≥ 5×', isKept: ratio >= 5 },
    {
      what: 'looks at Genie a question',
      ours: mean(results.map((result) => result.ours.looksAt.length)).toFixed(1),
      beside: mean(results.flatMap(({ theirs }) => theirs.map(({ looks }) => looks))).toFixed(1),
    },
    {
      what: 'shortest time between two looks',
      ours: seconds(Math.min(...gaps)),
      limit: '≥ 1 s',
      isKept: Math.min(...gaps) >= 995,
    },
    { what: 'requests to Genie for each connection', ours: requestsEach.toFixed(0) },
  ],
);
