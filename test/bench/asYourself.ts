import { people } from '../../local/demo/people.ts';
import { aMessage } from '../support/activities.ts';
import { answersIn } from '../support/shownTo.ts';
import { startTokenService } from '../support/tokenServiceDouble.ts';
import { until } from '../support/until.ts';
import { printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { median } from './support/spread.ts';

// What asking Genie as each person adds to the channel's wait for its 200, when the person's token is in memory: the
// same questions in both modes, in turns, so that a busy moment of the machine is shared. How often storage is called in
// this time, `test/e2e/roundTrips.contract.test.ts` keeps.

const count = 60;
const quick = { stageMs: 1 };
const [anyone] = people;

const tokens = await startTokenService();
const byMode = {
  bot: await openBenchStage(quick),
  person: await openBenchStage({ ...quick, readPersonToken: () => anyone?.caller }),
};
const limits = { USER_QUESTIONS_PER_MINUTE: '1000' };
const processes = {
  bot: await byMode.bot.start(limits),
  person: await byMode.person.start({
    ...limits,
    GENIE_IDENTITY: 'person',
    BOT_TOKEN_SERVICE_URL: tokens.url,
    DATABRICKS_TOKEN: '',
  }),
};

type Mode = keyof typeof byMode;

/** Asks as someone, and resolves with the milliseconds until the 200, once the answer is there. */
async function ask(mode: Mode, id: string): Promise<number> {
  const { connector } = byMode[mode];
  const answers = () => answersIn(connector, id).length;
  const before = answers();
  const activity = aMessage({
    text: 'Revenue by region',
    serviceUrl: connector.url,
    conversation: { id, conversationType: 'personal' },
    from: { id, aadObjectId: id },
  });
  const startedAt = performance.now();
  const status = await processes[mode].post(activity);
  const ms = performance.now() - startedAt;
  if (status !== 200) throw new Error(`Answered with ${status}`);
  await until(() => answers() > before);
  return ms;
}

const took: Record<Mode, number[]> = { bot: [], person: [] };
for (let index = 0; index < count; index += 1) {
  const id = `person-${index}`;
  tokens.signIn(
    { userId: id, channelId: 'msteams', connectionName: 'databricks' },
    {
      oid: id,
      name: id,
      upn: `${id}@example.com`,
    },
  );
  // From the first question the token stays in memory; the first person of all makes the tables.
  for (const mode of ['bot', 'person'] as const) await ask(mode, id);
  const order: Mode[] = index % 2 ? ['bot', 'person'] : ['person', 'bot'];
  for (const mode of order) took[mode].push(await ask(mode, id));
}
const reads = tokens.requests.filter(({ path }) => path.endsWith('/GetToken')).length;
await Promise.all([byMode.bot.close(), byMode.person.close(), tokens.close()]);

const [bot, person] = [median(took.bot), median(took.person)];
const inMs = (ms: number) => `${ms.toFixed(1)} ms`;
printFigures(`Asking as yourself: ${count} people's second questions, with the token in memory`, [
  { what: 'acknowledgement, median', ours: inMs(person), beside: `${inMs(bot)} as the bot` },
  {
    what: 'what the mode adds',
    ours: inMs(person - bot),
    limit: '< 50 ms',
    isKept: person - bot < 50,
  },
  {
    what: 'tokens read, a person',
    ours: (reads / count).toFixed(2),
    limit: '1',
    isKept: reads === count,
  },
]);
