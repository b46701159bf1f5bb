import type { Answer } from '../../answers/answer.ts';
import { AppError } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { awaitOwnChat } from '../ownChat/awaitOwnChat.ts';
import { tellPlace } from '../ownChat/meetAsker.ts';
import { openOwnChat } from '../ownChat/openOwnChat.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { mark } from '../ownership/mark.ts';
import { channelOf } from '../place.ts';
import { type BeforeSending, CourierError } from '../ports.ts';
import { idsOf, mayBePosted, mayRepeat, mayStillCome, type Question } from '../question.ts';
import { meetSession } from '../sessions/goOnFromRun.ts';
import { endQuestion } from '../steps/endQuestion.ts';
import { endSilently } from '../steps/endSilently.ts';
import { listen } from '../steps/listen.ts';
import { pace, showingOf } from '../steps/showing.ts';
import { fail, now, type Step, waitOut } from '../steps/step.ts';
import { stop } from '../steps/stop.ts';
import { openStreamOf } from '../stream.ts';
import type { Finding } from '../subscription.ts';
import { judgeAnswer } from '../subscriptions/judgeAnswer.ts';
import { afterRefusal, leavingStream, type Outcome, withoutProgress } from './afterRefusal.ts';
import type { Seen } from './awaitGenie.ts';
import { recallFailure } from './recallFailure.ts';
import { showWhileLoading } from './showWhileLoading.ts';

/** `answered`: reads the rows and delivers the answer. The rows are never stored: Genie keeps them. */
export async function deliver(held: HeldQuestion, deps: QuestionDeps, seen: Seen): Promise<Step> {
  const { courier } = deps;
  if (mayBePosted(held.question)) {
    // Sending it again might show it twice, and not sending it, never. So the asker is told, and can bring it up.
    return fail(
      held,
      new AppError('delivery-unsure', 'The owner crashed while it sent the answer'),
      deps,
      { also: leavingStream(held.question) },
    );
  }
  const begun = seen.answer;
  seen.answer = undefined;
  let answer: Answer;
  try {
    answer = await showWhileLoading(begun ?? readAnswer(held, deps, seen), held, deps, seen);
  } catch (error) {
    held.signal.throwIfAborted();
    return withoutReading(held, (careful) => waitOut(careful, error, deps));
  }
  const rows = answer.tables.reduce((sum, { totalRows }) => sum + totalRows, 0);
  const finding = judge(held.question, answer);
  if (finding?.is === 'unmet') {
    return endSilently(held, 'unmet', deps, { rows, ...withFinding(held.question, finding) });
  }
  const send = async (beforeSending: BeforeSending) => {
    await noteRun(held, finding, deps);
    return courier.deliverAnswer(held.question, answer, beforeSending, wholeText(held, answer));
  };
  return bring(held, deps, seen, { state: 'delivered', rows }, send);
}

/** What the condition of a run makes of its answer; `undefined`: it has none. */
function judge({ run }: Question, answer: Answer): Finding | undefined {
  return run?.condition && judgeAnswer(run.condition, answer, run.before);
}

function withFinding({ run }: Question, finding: Finding | undefined): Pick<Question, 'run'> {
  return run ? { run: { ...run, ...(finding && { finding }) } } : {};
}

/**
 * Writes down what the answer of a run says of it. What its asker says next goes on from there, which they read if they
 * were talking of something else.
 */
async function noteRun(
  held: HeldQuestion,
  finding: Finding | undefined,
  deps: QuestionDeps,
): Promise<void> {
  const { run } = withFinding(held.question, finding);
  if (run === undefined) return;
  const { generation, tookOver } = await meetSession(held.question, deps);
  await held.save({ generation, run: { ...run, ...(tookOver && { tookOver }) } });
}

/**
 * Takes a step that doesn't read the answer. What was begun to be sent may be on the screen already: if the step gives the
 * question up, its asker is told that, and nothing takes the answer's place.
 */
export async function withoutReading(
  held: HeldQuestion,
  take: (held: HeldQuestion) => Promise<Step>,
): Promise<Step> {
  return take(held.question.sending === undefined ? held : leavingToAsker(held));
}

/** The question, which is given up in one write: a kill between two would let a failure take the answer's place. */
function leavingToAsker(held: HeldQuestion): HeldQuestion {
  return {
    get question() {
      return held.question;
    },
    signal: held.signal,
    save(change) {
      if (change.failure === undefined) return held.save(change);
      const { question } = held;
      const failure = { ...change.failure, code: 'delivery-unsure' as const };
      const unshown = question.sending === 'update' ? withoutProgress(question) : {};
      return held.save({ ...change, ...unshown, failure });
    },
    release: held.release,
  };
}

async function readAnswer(held: HeldQuestion, deps: QuestionDeps, seen: Seen): Promise<Answer> {
  const { genie } = deps;
  const { question, signal } = held;
  const getMessage = () => genie.getMessage(idsOf(question), signal);
  const message = seen.message ?? (await listen(held, deps, getMessage));
  return genie.readAnswer(message, signal, (texts) => {
    seen.texts = texts;
  });
}

/** `failing`: tells the asker why there is no answer. One that only took too long may still arrive. */
export async function tellFailure(
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Seen = {},
): Promise<Step> {
  const state = mayStillCome(held.question) ? 'overdue' : 'failed';
  const said = await recallFailure(held, deps, seen.message);
  const send = (beforeSending: BeforeSending) =>
    deps.courier.deliverFailure(held.question, said, beforeSending, showingOf(held).streamed);
  return bring(held, deps, seen, { state }, send);
}

async function bring(
  held: HeldQuestion,
  deps: QuestionDeps,
  { progress }: Seen,
  outcome: Outcome,
  send: (beforeSending: BeforeSending) => Promise<string>,
): Promise<Step> {
  const { clock, courier } = deps;
  await progress?.settle();
  const mayBeThere = mayRepeat(held.question);
  let answerActivityId: string;
  try {
    await ensureOwnChat(held, deps);
    answerActivityId = await send(async (sending) => {
      // Web Chat takes as many packets as there are.
      const isPaced = sending === 'final' && channelOf(held.question.place).canUpdate;
      if (isPaced) await pace(held, clock);
      await mark(held, { sending }, clock);
    });
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    if (error.stream === 'stopped') await stop(held, deps);
    const isClosed = held.question.isPrivate && error.kind === 'refused' && !mayBeThere;
    return isClosed
      ? afterClosed(held, deps, outcome, error)
      : afterRefusal(held, deps, outcome, { error, mayBeThere });
  }
  await Promise.all([
    endQuestion(held, deps, { ...outcome, answerActivityId }),
    courier.endProgress(held.question, answerActivityId),
    // Its asker has opened the chat.
    held.question.note?.says === 'closed' && tellPlace(held.question, 'private', deps),
  ]);
  return outcome.state === 'overdue' ? now : { next: 'end' };
}

/**
 * The whole text of an answer of which a part was streamed, which its last packet has to contain. What an earlier owner
 * streamed isn't known, but is the beginning of this text, unless the answerer was asked again and says something else.
 */
function wholeText(held: HeldQuestion, { texts, questionBack }: Answer): string | undefined {
  const { streamed, said } = showingOf(held);
  const whole = [...texts, ...(questionBack ? [questionBack] : [])].join('\n\n');
  if (streamed === undefined) {
    return openStreamOf(held.question)?.hasText ? said || whole || undefined : undefined;
  }
  return [whole, said].find((text) => text?.includes(streamed)) ?? streamed;
}

/** Nothing about a private question is sent before its asker's own chat is known. */
async function ensureOwnChat(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { isPrivate, answerTo } = held.question;
  if (isPrivate && !answerTo) await held.save({ answerTo: await openOwnChat(held.question, deps) });
}

/** The asker's own chat takes nothing. What it should have shown waits for them to open it; then it can be asked for. */
async function afterClosed(
  held: HeldQuestion,
  deps: QuestionDeps,
  outcome: Outcome,
  error: CourierError,
): Promise<Step> {
  const at = await awaitOwnChat(held, error, deps);
  if (at !== undefined) return { next: 'later', at };
  if (outcome.state === 'delivered') {
    return fail(held, new AppError('undeliverable', error.message, { cause: error }), deps);
  }
  const { id: questionId, failure } = held.question;
  deps.log.error('question.untold', { questionId, errorId: failure?.errorId, error });
  await endQuestion(held, deps, { state: 'failed' });
  return { next: 'end' };
}
