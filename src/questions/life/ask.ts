import { AppError, codeOf } from '../../common/errors.ts';
import { backoffMs } from '../../common/retry.ts';
import {
  GenieError,
  isNoAnswer,
  isTokenRefused,
  mayHaveActed,
  retryAfterMs,
} from '../../genie/errors.ts';
import type { MessageIds } from '../../genie/types.ts';
import { asAsker, type QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import { personIdOf } from '../ids.ts';
import { isChatDeleted } from '../isChatDeleted.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { noteTaken, reportBack, reportDown } from '../pace/probing.ts';
import {
  countParked,
  postponeStart,
  readStartTime,
  type StartTime,
  takeStartTime,
} from '../pace/startTime.ts';
import type { Asking, Versioned } from '../ports.ts';
import { contentOf, type Question } from '../question.ts';
import type { Session } from '../session.ts';
import { type Turn, takeTurn } from '../sessions/sessionTurn.ts';
import { endpointOf, isAllowed, spaceOf } from '../sessions/spaceOf.ts';
import { probe } from '../steps/checkOutage.ts';
import { listen } from '../steps/listen.ts';
import { countRetry, fail, holdBack, judge, now, retryLater, type Step } from '../steps/step.ts';
import { identifyAsker, signInAgain } from './awaitSignIn.ts';
import { claimConversation } from './claimConversation.ts';
import { canStartOver, startOver } from './startOver.ts';

interface Known {
  signal?: AbortSignal;
  session?: Versioned<Session>;
  /** As whom Genie is asked. */
  identified?: { askedAs: string | undefined };
}

/**
 * `received`: waits for the session's turn and the workspace's budget, then asks Genie.
 *
 * A POST to Genie is not idempotent and has no idempotency key. So `asking` is written before it, and it is repeated
 * only if Genie has certainly not acted on it.
 *
 * @param known what was just read, if it was
 */
export async function ask(
  held: HeldQuestion,
  unbound: QuestionDeps,
  known: Known = {},
): Promise<Step> {
  const { signal = held.signal, session } = known;
  const { place, askedAs: before } = held.question;
  if (await isChatDeleted(place, unbound)) {
    return fail(held, new AppError('chat-deleted', 'The chat has been deleted'), unbound);
  }
  if (asksNobody(held.question, unbound)) {
    const code = isEndpoint(held.question.spaceId) ? 'endpoint-not-found' : 'genie-not-found';
    return fail(held, new AppError(code, 'Nobody can ask it any longer'), unbound);
  }
  const identified = known.identified ?? (await identifyAsker(held, unbound));
  if ('step' in identified) return identified.step;
  const { askedAs } = identified;
  if (before !== undefined && before !== askedAs) {
    return fail(held, new AppError('sign-in-expired', 'Another person has signed in'), unbound);
  }
  const deps = asAsker(place, unbound, askedAs);
  const { clock, genie } = deps;
  const turn = await takeTurn(held.question, deps, session, askedAs);
  if (turn === undefined) return park(held, askedAs, deps);
  // Saved with the next write: taking the turn ended the old conversation, so a new owner could not tell.
  const learned: Change = { askedAs, ...(turn.ended && { startedAnew: turn.ended }) };
  const endpoint = await endpointOf(turn, place, deps);
  // An endpoint has no part in Genie's budget, and doesn't mind whether Genie is there.
  const start = endpoint === undefined ? await takeStart(held, deps, signal, learned) : atOnce;
  if ('step' in start) return start.step;
  const attempts = held.question.attempts + 1;
  let spaceId: string;
  try {
    spaceId = endpoint ?? (await spaceOf(turn, place, deps));
  } catch (error) {
    held.signal.throwIfAborted();
    if (codeOf(error) === 'storage') throw error;
    return retryLater(held, error, deps, attempts);
  }
  // Started over, it doesn't go back to the conversation that it was refused in.
  const isElsewhere = turn.conversationId !== undefined && !isIn(spaceId, turn);
  const startsAnew = wasRefused(held.question) || isElsewhere;
  const { conversationId, lastMessageId } = startsAnew ? ({} as Partial<Turn>) : turn;
  await held.save({
    state: 'asking',
    // Those before it have left the line: the time that it was given is yet to come.
    startAt: undefined,
    inLine: undefined,
    parked: undefined,
    spaceId,
    generation: turn.generation,
    conversationId,
    previousMessageId: lastMessageId,
    ...learned,
    ...(isElsewhere && { startedAnew: 'space' }),
    attempts,
    askingAt: clock.now(),
  });
  const { decision, replaces } = held.question;
  const asking: Asking = {
    spaceId,
    conversationId,
    content: contentOf(held.question),
    ...(decision && { decision }),
    ...(replaces && { replaces }),
    ...(isEndpoint(spaceId) && { userKey: personIdOf(place) }),
  };
  let ids: MessageIds;
  try {
    ids = await listen(held, deps, () => genie.ask(asking, signal));
  } catch (error) {
    held.signal.throwIfAborted();
    // Whether the asker is still signed in is in storage. The queue redelivers the question.
    if (codeOf(error) === 'storage') throw error;
    if (start.asksOnly) await reportAsk(held, error, deps);
    return afterRefusal(held, error, deps);
  }
  if (!isEndpoint(spaceId)) noteTaken(deps);
  if (start.asksOnly) await reportAsk(held, undefined, deps);
  // Another question with the same words may have claimed our message for its lost one: then we look for that one.
  const isNew = conversationId === undefined && !isEndpoint(spaceId);
  if (isNew && !(await claimConversation(held, ids, deps))) return now;
  await held.save({ state: 'asked', ...ids, askedAt: clock.now(), troubledSince: undefined });
  return now;
}

/** Whether a subscription asks a space that can't be asked any longer: no other takes its place. */
function asksNobody({ run, spaceId }: Question, { settings }: QuestionDeps): boolean {
  return run !== undefined && spaceId !== undefined && !isAllowed(spaceId, settings);
}

/** Whether a session's conversation is one with this space: the settings may have taken its own away. */
function isIn(spaceId: string, { spaceId: before = spaceId }: Turn): boolean {
  return before === spaceId;
}

/** Whether it was refused in the session's conversation. */
function wasRefused({ startedAnew }: Question): boolean {
  return startedAnew === 'conversation-gone' || startedAnew === 'mode';
}

/** Without a place in line. */
const atOnce = { asksOnly: false };

/** Takes the question's start from Genie's budget, once Genie is there; `step`: what to do until then. */
async function takeStart(
  held: HeldQuestion,
  deps: QuestionDeps,
  signal: AbortSignal,
  learned: Change,
): Promise<{ asksOnly: boolean } | { step: Step }> {
  const start = await takeStartTime(held.question, deps);
  if (start.at > deps.clock.now()) return { step: await awaitStart(held, start, deps, learned) };
  const needsProbe = start.isDown && !start.asksOnly;
  const backAt = needsProbe ? await probe(held, deps, signal) : undefined;
  if (backAt === undefined) return { asksOnly: start.asksOnly };
  return { step: await awaitStart(held, { ...start, at: backAt }, deps, learned) };
}

/** Leaves a question to the end of the one before it in its session, which wakes it. It costs nothing until then. */
async function park(
  held: HeldQuestion,
  askedAs: string | undefined,
  deps: QuestionDeps,
): Promise<Step> {
  if (!held.question.parked) {
    if (!(await isForEndpoint(held.question, deps))) await countParked(held.question, deps);
    await held.save({ parked: true, askedAs });
  }
  return { next: 'parked' };
}

/** Whether a question goes to an endpoint as things are now: the one before it decides about its conversation. */
async function isForEndpoint({ sessionId, place }: Question, deps: QuestionDeps): Promise<boolean> {
  if (deps.settings.endpoints.length === 0) return false;
  const session = (await deps.sessions.get(sessionId))?.value ?? {};
  return (await endpointOf(session, place, deps)) !== undefined;
}

/**
 * A question that waits for its start: others may have joined the line before it, or left it, since it was given its
 * time.
 */
export async function waitInLine(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  const planned = await readStartTime(held.question.id, deps);
  // Without a place, which runs out if its question comes too late for it, it joins the line again.
  if (planned === undefined || planned.at <= deps.clock.now()) return ask(held, deps);
  return awaitStart(held, planned, deps);
}

/** Waits in line, for the budget or for Genie to be back. */
async function awaitStart(
  held: HeldQuestion,
  { at, isDown }: StartTime,
  deps: QuestionDeps,
  change: Change = {},
): Promise<Step> {
  const { startAt, attempts, troubledSince } = held.question;
  const inLine: Change = { inLine: true, parked: undefined, ...change };
  if (isDown) return holdBack(held, at, deps, inLine);
  // Its only trouble was that Genie didn't answer others.
  const isRelieved = attempts === 0 && troubledSince !== undefined;
  if (at !== startAt || isRelieved) {
    await held.save({ ...inLine, startAt: at, ...(isRelieved && { troubledSince: undefined }) });
  }
  return { next: 'later', at };
}

/** Genie took no questions: says what became of the one that was to find out whether it does again. */
async function reportAsk(held: HeldQuestion, error: unknown, deps: QuestionDeps): Promise<void> {
  const finding = { questionId: held.question.id, byAsking: true, isWaiting: true };
  // What ended the call early says nothing about Genie.
  const isBack = error === undefined || (error instanceof GenieError && !isNoAnswer(error));
  const reporting = isBack ? reportBack(finding, deps) : reportDown(finding, error, deps);
  // What Genie took must not be lost because others can't be told: the claim ends with the lease.
  await reporting.catch((trouble: unknown) => {
    deps.log.warn('genie.unreported', { questionId: held.question.id, error: trouble });
  });
}

/** Genie was not, or perhaps not, asked. */
async function afterRefusal(held: HeldQuestion, error: unknown, deps: QuestionDeps): Promise<Step> {
  const { id, attempts } = held.question;
  const code = codeOf(error);
  if (held.question.askedAs !== undefined && isTokenRefused(error)) return signInAgain(held, deps);
  if (canStartOver(held.question, error)) return startOver(held, error, deps);
  if (mayHaveActed(error)) {
    // Still `asking`: the next step checks whether the question arrived.
    deps.log.warn('question.replyLost', { questionId: id, attempts, code, error });
    await judge(held, error, deps);
    return now;
  }
  if (code === 'genie-throttled') {
    const wait = retryAfterMs(error) ?? backoffMs(deps.settings.retry, attempts);
    const startAt = await postponeStart(id, wait, deps);
    deps.log.warn('question.throttled', { questionId: id, attempts, waitMs: wait });
    await held.save({
      state: 'received',
      startAt,
      inLine: true,
      ...countRetry(held.question, error),
    });
    return { next: 'later', at: startAt };
  }
  return retryLater(held, error, deps, attempts);
}
