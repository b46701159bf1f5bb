import type { Budget, Outage, Start } from '../question.ts';
import { roundOf } from './fairOrder.ts';
import { askAgainAt, claimed, heldUntil, probeEveryMs, withoutClaim } from './outage.ts';
import { byTime, planStarts, startBehind } from './planStarts.ts';

/** A question that does not come when its time has come keeps its place this long: its instance may be replaced. */
const keepPlaceMs = 2 * 60_000;

const longestWindowMs = 62_000;

/** How many questions of one person may wait for a start. The next one waits without a place in line. */
export const mostWaitingOfOne = 3;

/** How many runs of subscriptions have a place in line. They share one row with everyone who waits. */
const mostRunsInLine = 1_000;

/** A question without a place in line asks for one this often. */
const askForPlaceMs = 15_000;

/** Longer than any question waits for an earlier one of its session; what is left then was forgotten by a crash. */
const parkedMs = 3_600_000;

/** Who asks for a start. */
export interface Starter extends Pick<Start, 'questionId' | 'unvouched' | 'isRun'> {
  person: string;
  /** It had its start, and Genie didn't take it. */
  isLate?: boolean;
}

/** Before everyone who has not had a start yet. */
const lateRound = -1;

/**
 * Starts a question if that keeps the pace, otherwise says when to try again. Asking again keeps its place in line, and
 * records when it really starts. A new question joins the line by `fairOrder.ts`, which may put others behind it: they
 * learn their new time when they come at the old one.
 *
 * While Genie isn't answering, a question that starts is also the one that probes.
 *
 * @param gone the question whose claim to probe no longer counts
 * @returns `startAt` in ms since 1970: now or earlier means that it starts
 */
export function takeStart(
  budget: Budget,
  starter: Starter,
  questionsPerMinute: number,
  now: number,
  gone?: string,
): { budget: Budget; startAt: number } {
  const { questionId } = starter;
  const known = budget.starts.find((start) => start.questionId === questionId);
  if (known && known.at > now) return { budget, startAt: known.at };
  const current = withoutClaim(unparked(prune(budget, now), questionId), questionId, gone);
  const turnAt = starter.isLate ? askAgainAt(current) : 0;
  if (turnAt > now) return { budget: withoutStart(current, questionId), startAt: turnAt };
  const reserved = current.starts.find((start) => start.questionId === questionId);
  if (reserved?.started && heldUntil(current, now) <= now) {
    // Genie counts it when it really comes, perhaps once more.
    const starts = [
      ...current.starts.filter((start) => start !== reserved),
      { ...reserved, at: now },
    ];
    return {
      budget: asProber({ ...current, starts: starts.sort(byTime) }, questionId, now),
      startAt: now,
    };
  }
  if (!reserved && !hasRoomFor(starter, current, now)) {
    const asking = starter.isRun ? budget : park(budget, starter, now);
    return { budget: asking, startAt: now + askForPlaceMs };
  }
  const next = reserved
    ? startReserved(current, reserved, questionsPerMinute, now)
    : joinLine(current, starter, questionsPerMinute, now);
  const startAt = next.starts.find((start) => start.questionId === questionId)?.at ?? now;
  return { budget: startAt > now ? next : asProber(next, questionId, now), startAt };
}

/** Whether a question gets a place in line. */
function hasRoomFor({ person, isRun }: Starter, budget: Budget, now: number): boolean {
  if (!isRun) return countPlacesOf(budget, person, now) < mostWaitingOfOne;
  const runs = budget.starts.filter((start) => start.isRun && !start.started);
  return runs.length < mostRunsInLine;
}

/** While Genie isn't answering, what starts is a probe. */
function asProber(budget: Budget, questionId: string, now: number): Budget {
  const { outage } = budget;
  if (!outage?.isProven) return budget;
  return { ...budget, outage: claimed(outage, questionId, now) };
}

/**
 * Its time has come: only those who came before it, and those who started, can still hold it up. A run is held up by all
 * who wait for an answer, whenever they came.
 */
function startReserved(
  budget: Budget,
  reserved: Start,
  questionsPerMinute: number,
  now: number,
): Budget {
  const { started: _before, ...waiting } = reserved;
  const place = budget.starts.indexOf(reserved);
  if (reserved.isRun) {
    const line = { ...budget, starts: budget.starts.with(place, waiting) };
    const planned = planStarts(line, questionsPerMinute, now, [waiting]);
    return startedIfDue(planned, reserved.questionId, now);
  }
  const others = budget.starts.filter((start) => start !== reserved);
  const before = others.filter(({ started }, index) => started || index < place);
  const at = startBehind(before, budget, questionsPerMinute, now);
  const own = at <= now ? { ...reserved, at, started: true } : { ...waiting, at };
  return { ...budget, starts: [...others, own].sort(byTime) };
}

function joinLine(
  budget: Budget,
  { questionId, person, unvouched, isRun, isLate }: Starter,
  questionsPerMinute: number,
  now: number,
): Budget {
  const kind: Pick<Start, 'isRun'> = isRun ? { isRun } : {};
  const round = isLate ? lateRound : roundOf({ person, ...kind }, budget.starts);
  const own: Start = {
    questionId,
    at: now,
    person,
    round,
    ...kind,
    ...(unvouched && { unvouched }),
  };
  const planned = planStarts(
    { ...budget, starts: [...budget.starts, own] },
    questionsPerMinute,
    now,
    [own],
  );
  return startedIfDue(planned, questionId, now);
}

/** The budget with a question that has started, if its time has come. */
function startedIfDue(budget: Budget, questionId: string, now: number): Budget {
  return {
    ...budget,
    starts: budget.starts.map((start) =>
      start.questionId === questionId && start.at <= now ? { ...start, started: true } : start,
    ),
  };
}

/**
 * Genie refused a question with 429: nothing starts for `retryAfterMs`, the refused question is first in line, and the
 * waiting ones keep their order behind it.
 */
export function postponeStarts(
  budget: Budget,
  questionId: string,
  questionsPerMinute: number,
  now: number,
  retryAfterMs: number,
): Budget {
  const blocked = { ...budget, blockedUntil: now + retryAfterMs };
  return putFirst(blocked, questionId, questionsPerMinute, now);
}

/** What a question that had the claim to probe found out. */
export interface Finding {
  questionId: string;
  /** By asking its question, rather than by a probe. */
  byAsking: boolean;
  /** Genie hasn't taken the question: it is, or will be again, first in line. */
  isWaiting: boolean;
}

/** Genie is back: those who wait move up. If it has taken no questions, it takes one to say so. */
export function passProbe(
  budget: Budget,
  { questionId, byAsking }: Pick<Finding, 'questionId' | 'byAsking'>,
  questionsPerMinute: number,
  now: number,
): Budget {
  const { outage, untaken: _none, ...rest } = budget;
  if (outage?.probedBy !== questionId) return budget;
  if (outage.asksOnly && !byAsking) return withoutClaim(budget, questionId);
  // That it answers a probe says nothing about the questions that it doesn't take.
  const known = byAsking ? rest : { ...rest, ...pickUntaken(budget) };
  return planStarts(prune(known, now), questionsPerMinute, now);
}

function pickUntaken({ untaken }: Budget): Pick<Budget, 'untaken'> {
  return untaken ? { untaken } : {};
}

/** Genie isn't answering: nothing starts before the next probe. Those in line keep their order. */
export function failProbe(
  budget: Budget,
  { questionId, byAsking, isWaiting }: Finding,
  questionsPerMinute: number,
  now: number,
): Budget {
  const { outage } = budget;
  if (outage?.probedBy !== questionId) return budget;
  const { since } = outage;
  const probeAt = now + probeEveryMs;
  const known: Outage = { since, isProven: true, probeAt };
  const asksOnly = byAsking && outage.asksOnly === true;
  if (asksOnly) {
    const next = { ...budget, outage: { ...known, asksOnly } };
    return planStarts(prune(withoutStart(next, questionId), now), questionsPerMinute, now);
  }
  const next = { ...budget, outage: known };
  return isWaiting
    ? putFirst(next, questionId, questionsPerMinute, now)
    : planStarts(prune(next, now), questionsPerMinute, now);
}

function withoutStart(budget: Budget, questionId: string): Budget {
  return { ...budget, starts: budget.starts.filter((start) => start.questionId !== questionId) };
}

/** Takes back a question's start and makes it the first in line. The waiting ones keep their order behind it. */
function putFirst(
  budget: Budget,
  questionId: string,
  questionsPerMinute: number,
  now: number,
): Budget {
  const current = prune(budget, now);
  const refused = current.starts.find((start) => start.questionId === questionId);
  const others = current.starts.filter((start) => start !== refused);
  const waiting = others.filter(({ started, at }) => !started && at > now);
  const { started: _no, ...place }: Start = refused ?? { questionId, at: now };
  const alike = waiting.filter(({ isRun }) => isRun === place.isRun);
  const first: Start = {
    ...place,
    round: Math.min(...[place, ...alike].map(({ round = 0 }) => round)),
  };
  const behind = others.filter((start) => !waiting.includes(start));
  return planStarts(
    { ...current, starts: [...behind, first, ...waiting] },
    questionsPerMinute,
    now,
    [first],
  );
}

/** Takes questions that won't be asked out of the line; those behind them move up. */
export function leaveLine(
  budget: Budget,
  questionIds: readonly string[],
  questionsPerMinute: number,
  now: number,
): Budget {
  const isGone = ({ questionId, started }: Pick<Start, 'questionId' | 'started'>) =>
    !started && questionIds.includes(questionId);
  const parked = (budget.parked ?? []).filter((question) => !isGone(question));
  if (!budget.starts.some(isGone) && parked.length === (budget.parked ?? []).length) return budget;
  const { parked: _before, ...rest } = prune(budget, now);
  const starts = rest.starts.filter((start) => !isGone(start));
  return planStarts(
    { ...rest, starts, ...(parked.length > 0 && { parked }) },
    questionsPerMinute,
    now,
  );
}

/** Counts a question that waits for an earlier one of its session: it has no place in line yet. */
export function park(budget: Budget, starter: Starter, now: number): Budget {
  const { questionId, person, unvouched } = starter;
  const { parked = [] } = budget;
  if (parked.some((question) => question.questionId === questionId)) return budget;
  const own = { questionId, person, since: now, ...(unvouched && { unvouched }) };
  return { ...prune(budget, now), parked: [...parked, own] };
}

function unparked(budget: Budget, questionId: string): Budget {
  const { parked = [], ...rest } = budget;
  const others = parked.filter((question) => question.questionId !== questionId);
  return others.length > 0 ? { ...rest, parked: others } : rest;
}

/** Stands for everyone at once whom no channel vouches for: one visitor can be as many of them as they like. */
export const everyUnvouched = 'unvouched';

/** Everyone who waits, with the ids of their questions; those with the most questions first. */
export function listWaiting(
  budget: Budget,
  now: number,
): { person: string; isUnvouched: boolean; questionIds: string[] }[] {
  const byPerson = Map.groupBy(waitingIn(budget, now), ({ person = '' }) => person);
  byPerson.delete('');
  return [...byPerson]
    .map(([person, questions]) => ({
      person,
      isUnvouched: questions.some(({ unvouched }) => unvouched),
      questionIds: questions.map(({ questionId }) => questionId),
    }))
    .sort((one, other) => other.questionIds.length - one.questionIds.length);
}

/** How many questions wait for their start, or for an earlier question of their session. Runs aren't among them. */
export function countWaiting(budget: Budget, now: number): number {
  return waitingIn(budget, now).length;
}

/** How many of them are of people that no channel vouches for. */
export function countUnvouched(budget: Budget, now: number): number {
  return waitingIn(budget, now).filter(({ unvouched }) => unvouched).length;
}

/** How many places in line a person has. */
export function countPlacesOf(budget: Budget, person: string, now: number): number {
  const { starts } = prune(budget, now);
  return starts.filter((start) => start.person === person && !start.started && !start.isRun).length;
}

/** Everyone who waits for an answer. What subscriptions ask is in nobody's way. */
function waitingIn(budget: Budget, now: number) {
  const { starts, parked = [] } = prune(budget, now);
  const waits = ({ at, started, isRun }: Start) => !started && at > now && !isRun;
  return [...starts.filter(waits), ...parked];
}

/** How many questions were started in the last minute. */
export function countStarted(budget: Budget, now: number): number {
  return budget.starts.filter(({ at, started }) => started && at > now - 60_000).length;
}

/** Drops what no longer counts. */
function prune(budget: Budget, now: number): Budget {
  const { starts, blockedUntil, parked = [], outage } = budget;
  const stillParked = parked.filter(({ since }) => since > now - parkedMs);
  return {
    starts: starts.filter(
      ({ at, started }) => at > now - (started ? longestWindowMs : keepPlaceMs),
    ),
    ...(blockedUntil !== undefined && blockedUntil > now && { blockedUntil }),
    ...(stillParked.length > 0 && { parked: stillParked }),
    ...(outage && { outage }),
    ...pickUntaken(budget),
  };
}
