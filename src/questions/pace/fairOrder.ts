import type { Start } from '../question.ts';

/**
 * A person's place in the line, as in start-time fair queueing (Goyal, Vin, Cheng 1996): each question of a person is
 * one round behind their last, and a person who comes now joins the round that is being served. So a person's first
 * question waits for one question of each of the others, however many these have in line. What subscriptions ask has
 * rounds of its own.
 *
 * @param starts everything in the budget's row, which still has what started in the last minute
 */
export function roundOf(
  { person, isRun }: Pick<Start, 'person' | 'isRun'>,
  starts: readonly Start[],
): number {
  const alike = starts.filter((start) => start.isRun === isRun);
  const rounds = (which: (start: Start) => boolean) =>
    alike.filter(which).map(({ round = 0 }) => round);
  const served = rounds(({ started }) => started === true);
  const waiting = rounds(({ started }) => !started);
  const current = served.length > 0 ? Math.max(...served) : Math.min(...waiting, Infinity);
  const own = Math.max(-1, ...rounds((start) => start.person === person));
  return Math.max(Number.isFinite(current) ? current : 0, own + 1);
}

/**
 * Those who wait, in the order of their rounds; within a round, in the order in which they came.
 *
 * Where no channel vouches for people (Web Chat, Direct Line) a visitor can be as many people as they like. So while
 * others wait, all of them together get no more than half of the starts.
 *
 * @param waiting in the order in which they are in line so far, newcomers last
 * @param before what started lately, and what is about to
 */
export function inFairOrder(
  waiting: readonly Start[],
  before: readonly Start[],
  questionsPerMinute: number,
): Start[] {
  const byRound = (one: Start, other: Start) => (one.round ?? 0) - (other.round ?? 0);
  const sorted = waiting.toSorted(byRound);
  const rank = new Map(sorted.map((start, index) => [start, index]));
  const comesBefore = (one: Start, other: Start) => (rank.get(one) ?? 0) < (rank.get(other) ?? 0);
  const vouched = sorted.filter(({ unvouched }) => !unvouched);
  const unvouched = sorted.filter((start) => start.unvouched);
  // Half a minute's worth more than the others keeps the order of arrival in an ordinary mixture.
  const mostAhead = Math.max(1, Math.floor(questionsPerMinute / 2));
  const after = (ahead: number, { unvouched }: Start) => Math.max(0, ahead + (unvouched ? 1 : -1));
  let ahead = before.reduce(after, 0);
  const line: Start[] = [];
  while (vouched.length > 0 || unvouched.length > 0) {
    const [one, other] = [vouched[0], unvouched[0]];
    const isOthersTurn =
      other !== undefined && (one === undefined || (ahead < mostAhead && comesBefore(other, one)));
    const next = isOthersTurn ? unvouched.shift() : vouched.shift();
    if (next === undefined) break;
    ahead = after(ahead, next);
    line.push(next);
  }
  return line;
}
