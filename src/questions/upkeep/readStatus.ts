import type { QuestionDeps } from '../deps.ts';
import { countStarted, countWaiting, everyUnvouched, listWaiting } from '../pace/budget.ts';
import { lastProbeAt } from '../pace/outage.ts';
import { type Budget, endStates, type Question } from '../question.ts';

/** How the bot is doing. Durations are milliseconds. */
export interface Status {
  /** How far back the figures go. */
  windowMs: number;
  /** Whether there were too many questions to read them all in time. */
  isPartial: boolean;
  asked: number;
  answered: number;
  underWay: number;
  /** Questions that ended without an answer, by code, the most frequent first. */
  failures: [code: string, count: number][];
  /** What subscriptions asked, which no other figure of the day counts. Absent if that was nothing. */
  runs?: { asked: number; sent: number; failed: number };
  /** Absent if there is nothing to measure. */
  answerMs?: Percentiles;
  acknowledgeMs?: Percentiles;
  /** Questions waiting for the workspace's budget. */
  waiting: number;
  /** Who has the most of them. */
  line: Waiting[];
  /** Questions sent to Genie in the last minute, and the limit. */
  started: number;
  perMinute: number;
  /** How long until Genie is asked again, after a 429. */
  blockedMs?: number;
  /** Genie isn't answering: since when, and when that was last found to be so. */
  down?: { ms: number; probedMsAgo: number };
}

/** A person who waits, or everyone at once whom no channel vouches for. */
export interface Waiting {
  /** What `clearLine` takes. */
  person: string;
  /** Absent if nothing is known of them. */
  name?: string;
  count: number;
}

/** How many people of the line are named. */
const mostNamed = 5;

interface Percentiles {
  median: number;
  p95: number;
}

const windowMs = 24 * 3_600_000;

/** The person is waiting, and the channel only waits for 10 to 15 s. */
const patienceMs = 5_000;

/** Sums up everyone's questions of the last 24 hours, and how much of the workspace's budget is in use. */
export async function readStatus({
  questions,
  budgets,
  clock,
  settings,
}: Pick<QuestionDeps, 'questions' | 'budgets' | 'clock' | 'settings'>): Promise<Status> {
  const now = clock.now();
  const [{ recent: all, isPartial }, budget] = await Promise.all([
    readRecent(questions, clock),
    budgets.get(settings.workspace),
  ]);
  const { starts, parked = [], blockedUntil = 0, outage }: Budget = budget?.value ?? { starts: [] };
  const recent = all.filter(({ run }) => run === undefined);
  const runs = countRuns(all.filter(({ run }) => run !== undefined));
  const answered = recent.filter(({ state }) => state === 'delivered');
  const answerMs = percentilesOf(
    answered.map(({ acceptedAt, endedAt }) => since(acceptedAt, endedAt)),
  );
  const acknowledgeMs = percentilesOf(
    recent.map(({ acceptedAt, acknowledgedAt }) => since(acceptedAt, acknowledgedAt)),
  );
  return {
    windowMs,
    isPartial,
    asked: recent.length,
    answered: answered.length,
    underWay: recent.filter(({ state }) => !endStates.has(state)).length,
    failures: countFailures(recent),
    ...(runs.asked > 0 && { runs }),
    ...(answerMs && { answerMs }),
    ...(acknowledgeMs && { acknowledgeMs }),
    waiting: countWaiting({ starts, parked }, now),
    line: await readLine({ starts, parked }, now, questions),
    started: countStarted({ starts }, now),
    perMinute: settings.questionsPerMinute,
    ...(blockedUntil > now && { blockedMs: blockedUntil - now }),
    ...(outage?.isProven && {
      down: { ms: now - outage.since, probedMsAgo: Math.max(0, now - lastProbeAt(outage)) },
    }),
  };
}

/** Those with the most questions in line. A crowd that no channel vouches for is one entry: it may be one visitor. */
async function readLine(
  budget: Budget,
  now: number,
  questions: Pick<QuestionDeps['questions'], 'get'>,
): Promise<Waiting[]> {
  const waiting = listWaiting(budget, now);
  const crowd = waiting.filter(({ isUnvouched }) => isUnvouched);
  const isCrowd = crowd.length > mostNamed;
  const named = waiting.filter((each) => !isCrowd || !crowd.includes(each)).slice(0, mostNamed);
  const people = await Promise.all(
    named.map(async ({ person, questionIds }): Promise<Waiting> => {
      const question = (await questions.get(questionIds[0] ?? ''))?.value;
      const name = question?.asker ?? question?.place.user.name;
      return { person, count: questionIds.length, ...(name && { name }) };
    }),
  );
  const count = crowd.reduce((sum, { questionIds }) => sum + questionIds.length, 0);
  return isCrowd ? [{ person: everyUnvouched, count }, ...people] : people;
}

async function readRecent(
  questions: QuestionDeps['questions'],
  clock: QuestionDeps['clock'],
): Promise<{ recent: Question[]; isPartial: boolean }> {
  const startedAt = clock.now();
  const recent: Question[] = [];
  for await (const page of questions.listSince(startedAt - windowMs)) {
    recent.push(...page);
    if (clock.now() - startedAt > patienceMs) return { recent, isPartial: true };
  }
  return { recent, isPartial: false };
}

/** One that was paused meanwhile, or came too late, is asked without being sent, as is one whose condition isn't met. */
function countRuns(runs: readonly Question[]): NonNullable<Status['runs']> {
  const isSilent = ({ run }: Question) => run?.silent !== undefined && run.silent !== 'told';
  return {
    asked: runs.length,
    sent: runs.filter((each) => each.state === 'delivered' && !isSilent(each)).length,
    failed: runs.filter((each) => each.state === 'failed' && !isSilent(each)).length,
  };
}

function countFailures(questions: readonly Question[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { state, failure } of questions) {
    if (state !== 'failed') continue;
    const code = failure?.code ?? 'internal';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

function since(start: number, end: number | undefined): number | undefined {
  return end && end - start;
}

/** By nearest rank: each figure is a duration that really occurred. */
function percentilesOf(durations: readonly (number | undefined)[]): Percentiles | undefined {
  const sorted = durations.filter((ms) => ms !== undefined).sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [median, p95] = [at(0.5), at(0.95)];
  return median === undefined || p95 === undefined ? undefined : { median, p95 };
}
