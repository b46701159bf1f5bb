import { withTimeLimit } from '../../common/timeLimit.ts';
import type { QuestionDeps } from '../deps.ts';
import { questionIdOf } from '../ids.ts';
import { labelled, newQuestion } from '../newQuestion.ts';
import { type Met, meetAsker } from '../ownChat/meetAsker.ts';
import { type Change, type HeldQuestion, holdLease, leased, leaseMs } from '../ownership/lease.ts';
import { setWatchdogs } from '../ownership/watchdog.ts';
import { type NotAdmitted, readAdmission } from '../pace/admission.ts';
import type { Use } from '../pace/allowance.ts';
import { spendAllowance } from '../pace/spendAllowance.ts';
import type { Place } from '../place.ts';
import type { Progress, Versioned } from '../ports.ts';
import type { Question } from '../question.ts';
import type { Session } from '../session.ts';
import { mayTakeTurn } from '../sessions/sessionTurn.ts';
import { canStream, endUnkept, openStream } from '../steps/beginStream.ts';
import { showTrouble, showWait } from '../steps/progress.ts';
import { inTurn, showingOf } from '../steps/showing.ts';
import type { Step } from '../steps/step.ts';
import { ask } from './ask.ts';
import { identifyAsker } from './awaitSignIn.ts';
import { queueNext } from './queueNext.ts';

/**
 * How long the channel's request can wait for Genie to accept the question. Teams gives up after 10 to 15 s; giving up
 * earlier would leave it open whether Genie has the question.
 */
const handOverMs = 8_000;

/** What is left of that if finding out as whom Genie is asked took long: the queue does what isn't done. */
const leastHandOverMs = 2_000;

/** With `note`: what its place has been told of a private one, if it need not be told. */
export interface IncomingQuestion
  extends Pick<Question, 'isPrivate' | 'isAgain' | 'replaces' | 'decision' | 'note'> {
  place: Place;
  /** The channel's ID for the activity: the same when it is redelivered. */
  activityId: string;
  text: string;
  /** As just read. Its user is for the audit; what we tell Databricks about them is never shown. */
  session: Versioned<Session>;
}

export type Acceptance =
  | 'accepted'
  | 'known'
  | 'too-long'
  /** The asker is to be told; with `ignored` they were a moment ago. */
  | 'too-often'
  | 'ignored'
  | NotAdmitted;

/** In UTF-16 units. Longer than any question, so that an accidental paste doesn't reach Genie. */
export const maxQuestionLength = 10_000;

/**
 * Accepts a question and hands it to Genie if that is possible right away; the queue carries it on. From then on it
 * can't be lost: the watchdogs are queued before the question is written, so a killed owner is replaced.
 *
 * The channel waits meanwhile. Of 15 storage calls, eleven are sequential: the session; the allowance, read and
 * written; the question, after its entry for the sweep; the turn; the start time; `asking`, `asked` and the end of the
 * lease; the queue. `test/e2e/roundTrips.contract.test.ts` counts them.
 */
export async function acceptQuestion(
  incoming: IncomingQuestion,
  deps: QuestionDeps,
): Promise<Acceptance> {
  const { questions, queue, clock, log } = deps;
  if (incoming.text.length > maxQuestionLength) return 'too-long';
  const question = questionOf(incoming, deps);
  const { id: questionId } = question;
  const watchedAt = clock.now();
  const reading = readAdmission(incoming.place, incoming.session.value, deps);
  const [{ refusal, isDown }, use] = await Promise.all([
    reading,
    spendAllowance(incoming.place, questionId, deps, async () => {
      if ((await reading).refusal === undefined) await setWatchdogs(questionId, queue);
    }),
  ]);
  if (refusal || use !== 'allowed') {
    if (await questions.get(questionId)) return 'known';
    return refusalOf(use) ?? refusal ?? 'ignored';
  }
  const troubled = isDown && { troubledSince: question.acceptedAt };
  const inserted = await questions.insert(leased({ ...question, ...troubled }, clock.now()));
  if (inserted === undefined) return 'known';
  const { place, activityId } = incoming;
  log.info('question.accepted', { questionId, activityId, channel: place.channelId });
  log.debug('question.text', { questionId, text: question.text });
  try {
    // The first ones may have looked already and found no question.
    if (clock.now() - watchedAt >= leaseMs) await setWatchdogs(questionId, queue);
    await handOver(inserted, incoming.session, deps);
  } catch (error) {
    // It is accepted: the asker must not be told to ask again, and the watchdogs do the rest.
    log.error('question.stepFailed', { questionId, error });
  }
  return 'accepted';
}

function refusalOf(use: Use): Acceptance | undefined {
  if (use === 'allowed') return undefined;
  return use === 'refused' ? 'too-often' : 'ignored';
}

/** Takes the first step while the channel waits, and leaves the others to the queue. */
async function handOver(
  inserted: Versioned<Question>,
  session: Versioned<Session>,
  deps: QuestionDeps,
): Promise<void> {
  const { clock } = deps;
  const { value: question } = inserted;
  let showing: ReturnType<typeof showFirst> = Promise.resolve({ learned: {} });
  const step = await holdLease(inserted, deps, async (held): Promise<Step> => {
    const identified = await identifyAsker(held, deps);
    if ('step' in identified) {
      // No stream was begun.
      await held.release({ acknowledgedAt: clock.now(), stream: undefined });
      return identified.step;
    }
    // What else the asker is shown meanwhile goes into the message that is just being sent.
    showing = inTurn(held, () => keepFirst(held, session.value, deps));
    const restMs = Math.max(handOverMs - (clock.now() - question.acceptedAt), leastHandOverMs);
    const result = await withTimeLimit(
      restMs,
      ({ signal }) => ask(held, deps, { signal, session, identified }),
      held.signal,
    );
    const { learned, status } = await showing;
    const change = {
      acknowledgedAt: clock.now(),
      ...untold(learned, held.question),
      ...(status === 'NO_ANSWER' && { toldTroubleAt: question.acceptedAt }),
    };
    const isTrouble = result.next === 'later' && result.isTrouble === true;
    if (isTrouble || held.question.state === 'received') {
      await held.save(change);
      await (isTrouble ? showTrouble(held, deps) : showWait(held, deps, status));
    } else {
      await held.release(change);
    }
    return result;
  });
  // A cancellation during the handover did not know the progress message yet.
  if (step === undefined) await endUnkept(question.id, (await showing).learned, deps);
  await queueNext(question, step, deps);
}

/** What the row has to keep of what was shown. */
type Learned = Met & Pick<Change, 'progressActivityId' | 'stream'>;

interface First {
  learned: Learned;
  /** What was shown, if anything was. */
  status?: Progress['status'];
}

/** A stream whose ID no row has can't be ended by another owner: it's written at once. */
async function keepFirst(held: HeldQuestion, session: Session, deps: QuestionDeps): Promise<First> {
  const first = await showFirst(held.question, session, deps);
  const { stream } = first.learned;
  if (stream?.id === undefined) return first;
  showingOf(held).sentAt = deps.clock.now();
  // Without storage, or the lease, the next write tells.
  await held.save(first.learned).catch(() => {});
  return first;
}

/** What isn't in the row yet. The stream in it is newer. */
function untold({ stream, ...learned }: Learned, question: Question): Change {
  return question.stream?.id === undefined ? { ...learned, stream } : learned;
}

/**
 * Tells the asker that the question is accepted, or what keeps it from going to Genie. Not that Genie has it: it's
 * being asked meanwhile, and another question might have the turn by then. Best effort.
 *
 * @returns the status that was shown, if any was
 */
async function showFirst(question: Question, session: Session, deps: QuestionDeps): Promise<First> {
  const { courier, log } = deps;
  const { stream } = question;
  let learned: Learned = { stream };
  try {
    const [progress, met] = await Promise.all([
      firstProgress(question, session, deps),
      meetAsker(question, deps),
    ]);
    // In a stream, people see that something is being done.
    const streams = stream !== undefined && progress.status === 'ACCEPTED';
    learned = { ...met, ...(streams && { stream }) };
    const about = { ...question, ...met };
    if (streams)
      return {
        learned: { ...learned, ...(await openStream(about, progress, deps)) },
        status: progress.status,
      };
    const progressActivityId = await courier.showProgress(about, progress);
    if (progressActivityId !== undefined) learned = { ...learned, progressActivityId };
    return { learned, status: progress.status };
  } catch (error) {
    log.warn('progress.notShown', { questionId: question.id, error });
    return { learned };
  }
}

/** That it waits for the question before it is seldom, so only then is it looked up. */
async function firstProgress(
  question: Question,
  { activeQuestionId }: Session,
  deps: QuestionDeps,
): Promise<Progress> {
  if (question.troubledSince !== undefined) {
    return { status: 'NO_ANSWER', elapsedMs: 0, waitMs: deps.settings.genieTimeoutMs };
  }
  const waits = activeQuestionId !== undefined && !(await mayTakeTurn(question, deps));
  return { status: waits ? 'WAITING_FOR_TURN' : 'ACCEPTED', elapsedMs: 0 };
}

function questionOf(
  incoming: IncomingQuestion,
  deps: Pick<QuestionDeps, 'clock' | 'settings'>,
): Question {
  const { place, activityId, text, session } = incoming;
  const { isPrivate, isAgain, replaces, decision, note } = incoming;
  const id = questionIdOf(place, activityId);
  const question = newQuestion({ id, place, text, ...labelled(session.value.user) }, deps);
  return {
    ...question,
    ...(isPrivate && { isPrivate }),
    ...(isAgain && { isAgain }),
    ...(replaces && { replaces }),
    ...(decision && { decision }),
    ...(note && { note }),
    // Written before it begins.
    ...(canStream({ place, ...(isPrivate && { isPrivate }) }, deps) && {
      stream: { sequence: 1, since: question.acceptedAt },
    }),
  };
}
