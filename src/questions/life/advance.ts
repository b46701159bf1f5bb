import { AppError } from '../../common/errors.ts';
import { asAsker, type QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import { meetAgain } from '../ownChat/meetAsker.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { readOutage } from '../pace/probing.ts';
import { takeStartTime } from '../pace/startTime.ts';
import { mayBePosted, type Question, type QuestionState } from '../question.ts';
import { checkOutage, probe } from '../steps/checkOutage.ts';
import { endSilently } from '../steps/endSilently.ts';
import { isEarly, keepUntilDue } from '../steps/keepUntilDue.ts';
import { showTrouble, showWait } from '../steps/progress.ts';
import { fail, holdBack, type Step, waitInPlaceMs } from '../steps/step.ts';
import { learnRun } from '../subscriptions/learnRun.ts';
import { ask, waitInLine } from './ask.ts';
import { watchEndpoint } from './awaitEndpoint.ts';
import { type Seen, watch, watchOverdue } from './awaitGenie.ts';
import { awaitSignIn } from './awaitSignIn.ts';
import { deliver, tellFailure, withoutReading } from './deliver.ts';
import { recover } from './recover.ts';
import { silenceOf } from './silenceOf.ts';

/** Takes the next step for whatever state the question is in. */
async function advance(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
  seen: Seen,
): Promise<Step> {
  if (isEarly(held.question, deps.clock.now())) return keepUntilDue(held);
  const silence = await silenceOf(held.question, deps);
  if (silence) return endSilently(held, silence, deps);
  const { startAt = 0, inLine, state } = held.question;
  // A sign-in wakes a question long before.
  if (startAt > deps.clock.now() && state !== 'signing-in') {
    return inLine ? waitInLine(held, deps) : { next: 'later', at: startAt };
  }
  if (hasOtherIdentity(held.question, deps)) {
    const error = new AppError('identity-changed', 'Questions are asked with other rights now');
    return withoutReading(held, (careful) => fail(careful, error, deps));
  }
  return (await awaitReturn(held, deps)) ?? takeStep(held, deps, until, seen);
}

/** It may be in Genie, in a conversation of whom it was asked as. */
const wasAsked: ReadonlySet<QuestionState> = new Set(['asking', 'asked', 'answered', 'overdue']);

/** Whether a question was asked with other rights than questions are now: those must neither read it nor ask it again. */
function hasOtherIdentity(question: Question, { identities }: QuestionDeps): boolean {
  const { state, askedAs } = question;
  // What is being posted is not read again.
  const isRead = wasAsked.has(state) && !mayBePosted(question);
  return isRead && (askedAs !== undefined) !== identities.arePersonal;
}

const needsGenie: ReadonlySet<QuestionState> = new Set(['asking', 'asked', 'answered']);

/**
 * Keeps a question that met trouble from calling Genie while that isn't answering anyone. Others would only be in its
 * way: it costs nothing until a call for it has failed.
 */
async function awaitReturn(held: HeldQuestion, deps: QuestionDeps): Promise<Step | undefined> {
  const { state, sending, spaceId, troubledSince } = held.question;
  if (troubledSince === undefined || sending || !needsGenie.has(state)) return undefined;
  if (isEndpoint(spaceId)) return undefined;
  const outage = await readOutage(deps);
  if (!outage?.isProven || (outage.asksOnly && state !== 'asking')) return undefined;
  const backAt = await (state === 'asking'
    ? keepPlace(held, deps)
    : checkOutage(held, troubledSince, deps));
  return backAt === undefined ? undefined : holdBack(held, backAt, deps);
}

/** What Genie perhaps didn't take has its place in line again: it must not end up behind those who came later. */
async function keepPlace(held: HeldQuestion, deps: QuestionDeps): Promise<number | undefined> {
  const { at, isDown, asksOnly } = await takeStartTime(held.question, deps);
  if (!isDown) return undefined;
  if (at > deps.clock.now()) return at;
  return asksOnly ? undefined : probe(held, deps);
}

function takeStep(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
  seen: Seen,
): Promise<Step> | Step {
  switch (held.question.state) {
    case 'received':
      return ask(held, deps);
    case 'signing-in':
      return awaitSignIn(held, deps);
    case 'asking':
      return recover(held, deps);
    case 'asked':
      return isEndpoint(held.question.spaceId)
        ? watchEndpoint(held, deps, until, seen)
        : watch(held, deps, until, seen);
    case 'answered':
      return deliver(held, deps, seen);
    case 'failing':
      return tellFailure(held, deps, seen);
    case 'overdue':
      return watchOverdue(held, deps, seen);
    case 'delivered':
    case 'failed':
      return { next: 'end' };
  }
}

/** Carries a question on until it ends, has to wait, or `until` (ms since 1970) has passed. */
export async function advanceUntil(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
): Promise<Step> {
  const seen: Seen = {};
  try {
    await meetAgain(held, deps);
    const step = await advanceWhile(held, deps, until, seen);
    if (step.next === 'end') await learnRun(held.question, deps);
    return step;
  } finally {
    // It must not overtake the next owner's messages.
    await seen.progress?.settle();
  }
}

async function advanceWhile(
  held: HeldQuestion,
  deps: QuestionDeps,
  until: number,
  seen: Seen,
): Promise<Step> {
  for (;;) {
    const { place, askedAs } = held.question;
    const step = await advance(held, asAsker(place, deps, askedAs), until, seen);
    const isTrouble = step.next === 'later' && step.isTrouble === true;
    if (isTrouble) {
      await seen.progress?.settle();
      await showTrouble(held, deps);
    }
    if (step.next === 'parked') await showWait(held, deps);
    if (step.next === 'end' || step.next === 'parked') return step;
    const at = step.next === 'later' ? step.at : deps.clock.now();
    const waitMs = at - deps.clock.now();
    if (deps.clock.now() >= until || waitMs > waitInPlaceMs) {
      if (!isTrouble) await showWait(held, deps);
      return step.next === 'later' ? step : { next: 'later', at };
    }
    if (waitMs > 0) await deps.clock.sleep(waitMs, held.signal);
  }
}
