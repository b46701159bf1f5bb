import type { MessageStatus } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import type { Progress, Said } from '../ports.ts';
import type { Question } from '../question.ts';
import { openStreamOf, packetEveryMs } from '../stream.ts';
import { show } from './show.ts';
import { showingOf } from './showing.ts';

/** How often Teams lets a bot edit a message before it throttles; typing lasts about as long. */
const progressEveryMs = 2_500;

/** A stream without a packet for this long looks as if nobody was there. */
const keepAliveMs = 15_000;
const lookEveryMs = 5_000;

export interface ProgressReporter {
  /** Shows the asker Genie's status, and what was `said` so far, if the last time was a while ago. Not awaited. */
  report(status: MessageStatus, msByStatus: Record<string, number>, said?: Said): void;
  /** Resolves when nothing is on its way to the channel, so that the next message comes after it. Never rejects. */
  settle(): Promise<void>;
}

/** Shows a question's progress now and then. Best effort. */
export function createProgressReporter(held: HeldQuestion, deps: QuestionDeps): ProgressReporter {
  return held.question.run ? quietReporter(held, deps) : watchedReporter(held, deps);
}

/** Nobody waits for what a subscription asks. That Genie is back is written all the same: trouble counts from its start. */
function quietReporter(held: HeldQuestion, { log }: QuestionDeps): ProgressReporter {
  let writing: Promise<void> | undefined;
  async function noteBack(msByStatus: Record<string, number>): Promise<void> {
    try {
      await held.save({ msByStatus, troubledSince: undefined });
    } catch (error) {
      if (!held.signal.aborted) {
        log.warn('question.unsaved', { questionId: held.question.id, error });
      }
    } finally {
      writing = undefined;
    }
  }
  return {
    report(_status, msByStatus) {
      if (held.question.troubledSince !== undefined) writing ??= noteBack(msByStatus);
    },
    async settle() {
      await writing;
    },
  };
}

function watchedReporter(held: HeldQuestion, deps: QuestionDeps): ProgressReporter {
  const { clock, log } = deps;
  let shownAt = clock.now();
  let shown: Said & { status?: Progress['status'] } = {};
  let latest: Pick<Progress, 'status' | 'said'> = { status: 'ACCEPTED' };
  let showing: Promise<void> | undefined;
  let beating: { over: AbortController; done: Promise<void> } | undefined;

  function begin(before: Change): void {
    shownAt = clock.now();
    shown = { status: latest.status, ...latest.said };
    showing = showLatest(before);
  }

  async function showLatest(before: Change): Promise<void> {
    const { id: questionId, acceptedAt } = held.question;
    const elapsedMs = clock.now() - acceptedAt;
    try {
      // If the question was cancelled meanwhile, it is no longer ours, and this throws before anything is shown.
      await show(held, deps, { ...latest, elapsedMs }, { before });
    } catch (error) {
      if (!held.signal.aborted) log.warn('progress.notShown', { questionId, error });
    } finally {
      showing = undefined;
    }
  }

  /** Goes on with a stream while there is nothing to report. */
  async function beat(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && isStreaming(held.question)) {
      await clock.sleep(lookEveryMs, signal).catch(() => {});
      if (!signal.aborted && !showing && clock.now() - shownAt >= keepAliveMs) begin({});
    }
  }

  function keepAlive(): void {
    if (beating !== undefined || !isStreaming(held.question)) return;
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, held.signal]);
    beating = { over, done: beat(signal) };
  }

  keepAlive();
  return {
    report(status, msByStatus, said) {
      latest = { status, ...(said && { said }) };
      if (said?.text) showingOf(held).said = said.text;
      keepAlive();
      const isNews =
        status !== shown.status || said?.step !== shown.step || said?.text !== shown.text;
      const everyMs = isNews && isStreaming(held.question) ? packetEveryMs : progressEveryMs;
      if (!showing && clock.now() - shownAt >= everyMs)
        begin({ msByStatus, troubledSince: undefined });
    },
    async settle() {
      beating?.over.abort();
      await beating?.done;
      beating = undefined;
      await showing;
    },
  };
}

function isStreaming(question: Question): boolean {
  return openStreamOf(question) !== undefined;
}

/** A shorter wait is over before anyone could read about it. */
const worthTellingMs = 5_000;

/**
 * Tells an asker why their question has not been asked yet, and for how long. Best effort.
 *
 * @param shown the status that they have just been shown
 */
export async function showWait(
  held: HeldQuestion,
  deps: QuestionDeps,
  shown?: Progress['status'],
): Promise<void> {
  const { clock } = deps;
  const { state, acceptedAt, startAt = 0, troubledSince, toldTroubleAt = 0 } = held.question;
  if (state !== 'received') return;
  // Parked since it came: its asker has been told that Genie isn't answering.
  if (troubledSince !== undefined && toldTroubleAt >= troubledSince) return;
  const waitMs = startAt - clock.now();
  if (waitMs > 0 && waitMs < worthTellingMs) return;
  const elapsedMs = clock.now() - acceptedAt;
  const progress =
    waitMs > 0
      ? { status: 'WAITING_FOR_BUDGET', elapsedMs, waitMs }
      : { status: 'WAITING_FOR_TURN', elapsedMs };
  await tell(held, deps, progress.status === shown ? undefined : progress, {
    toldStartAt: startAt,
  });
}

/**
 * Shows something that is told once, and writes down that it was. Best effort. To nobody, if a subscription asks.
 *
 * @param progress absent: it's on the screen already
 */
async function tell(
  held: HeldQuestion,
  deps: QuestionDeps,
  progress: Progress | undefined,
  told: Change,
): Promise<void> {
  if (held.question.run) return;
  try {
    await (progress ? show(held, deps, progress, { after: told }) : held.save(told));
  } catch (error) {
    held.signal.throwIfAborted();
    deps.log.warn('progress.notShown', { questionId: held.question.id, error });
  }
}

/** Tells an asker that Genie isn't answering, once, and how long the bot keeps trying. Best effort. */
export async function showTrouble(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { clock, settings } = deps;
  const { acceptedAt, troubledSince, toldTroubleAt = 0, sending } = held.question;
  if (troubledSince === undefined || toldTroubleAt >= troubledSince) return;
  // What was begun as an update might already be the answer.
  if (sending !== undefined) return;
  const now = clock.now();
  const waitMs = troubledSince + settings.genieTimeoutMs - now;
  const progress = { status: 'NO_ANSWER', elapsedMs: now - acceptedAt, waitMs };
  await tell(held, deps, progress, { toldTroubleAt: now });
}

/** Tells an asker, once, that the endpoint has to start before it can answer. Best effort. */
export async function showStarting(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { clock } = deps;
  const { acceptedAt, toldTroubleAt } = held.question;
  if (toldTroubleAt !== undefined) return;
  const now = clock.now();
  const progress = { status: 'ENDPOINT_STARTING', elapsedMs: now - acceptedAt };
  await tell(held, deps, progress, { toldTroubleAt: now });
}
