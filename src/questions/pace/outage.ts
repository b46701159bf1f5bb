import type { Budget, Outage } from '../question.ts';

/** From one probe to the next. */
export const probeEveryMs = 5_000;

/** From one look to the next at a probe that takes longer than that. */
const lookAgainMs = 2_000;

/** What a question that met trouble may do. */
export type Claim =
  /** It probes, alone on all instances. */
  | 'probe'
  /** It waits: Genie isn't answering, and others find out when it is back. */
  | 'wait'
  /** It goes on by itself: others are just finding out whether the trouble is everyone's. */
  | 'go-on';

/**
 * Claims the next probe for a question, unless it's too early or another question has it. What is suspected becomes an
 * outage only if the probe fails, too: a question that Genie can't stomach must not hold up all others.
 *
 * @param since the question's own trouble
 * @param gone the question whose claim no longer counts
 */
export function claimProbe(
  budget: Budget,
  questionId: string,
  since: number,
  now: number,
  gone?: string,
): { budget: Budget; claim: Claim } {
  const { outage } = withoutClaim(budget, questionId, gone);
  if (outage && freeAt(outage, now) > now) {
    return { budget, claim: outage.isProven ? 'wait' : 'go-on' };
  }
  const known = outage?.isProven ? outage : { since };
  return { budget: { ...budget, outage: claimed(known, questionId, now) }, claim: 'probe' };
}

/** How long one question that wasn't taken is remembered until another makes an outage of it. */
const untakenMs = 60_000;

/**
 * Genie answers, but didn't take a question. If it doesn't take that of another, either, it takes none: a single one
 * may be the cause itself.
 */
export function noteUntaken(
  budget: Budget,
  questionId: string,
  since: number,
  now: number,
): Budget {
  const { outage, untaken } = budget;
  if (outage?.isProven) return budget;
  const isOthers = untaken !== undefined && untaken.questionId !== questionId;
  if (!isOthers || untaken.at <= now - untakenMs) {
    return { ...budget, untaken: { questionId, at: now } };
  }
  const probeAt = now + probeEveryMs;
  return { ...budget, outage: { since, isProven: true, asksOnly: true, probeAt } };
}

/** The outage with a question that probes. */
export function claimed(
  outage: Omit<Outage, 'probeAt' | 'probedBy'>,
  questionId: string,
  now: number,
): Outage {
  return { ...outage, probeAt: now + probeEveryMs, probedBy: questionId };
}

/** The budget without the claims of these questions. */
export function withoutClaim(budget: Budget, ...questionIds: (string | undefined)[]): Budget {
  const { outage } = budget;
  if (outage?.probedBy === undefined || !questionIds.includes(outage.probedBy)) return budget;
  const { probedBy: _theirs, ...rest } = outage;
  // Its time was for the others.
  return { ...budget, outage: { ...rest, probeAt: 0 } };
}

/** A claim that is older was never answered: a call takes half a minute at most. */
const longestClaimMs = 60_000;

/** The earliest time for the next probe. */
function freeAt({ probeAt, probedBy }: Outage, now: number): number {
  if (now > probeAt + longestClaimMs) return probeAt;
  return Math.max(probeAt, probedBy === undefined ? now : now + lookAgainMs);
}

/** Until when an outage holds up everyone who doesn't probe; `now` or earlier if it doesn't. */
export function heldUntil({ outage }: Budget, now: number): number {
  return outage?.isProven ? freeAt(outage, now) : 0;
}

/**
 * While Genie takes no questions, when one that it didn't take can try again: it may be the cause itself, so those that
 * have not tried go first.
 */
export function askAgainAt({ outage }: Budget): number {
  return outage?.asksOnly ? outage.probeAt + probeEveryMs : 0;
}

/** The question that should have probed by now; its owner may have been killed. */
export function lateProber({ outage }: Budget, now: number): string | undefined {
  return outage && outage.probeAt <= now ? outage.probedBy : undefined;
}

/** When the last probe began (ms since 1970). */
export function lastProbeAt({ probeAt }: Outage): number {
  return probeAt - probeEveryMs;
}

/** Whether Genie wasn't answering a moment ago. What no one has looked into since is no news. */
export function isDown({ outage }: Pick<Budget, 'outage'>, now: number): boolean {
  return outage?.isProven === true && outage.probeAt > now - 3 * probeEveryMs;
}
