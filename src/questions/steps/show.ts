import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { channelOf } from '../place.ts';
import type { Progress } from '../ports.ts';
import type { Question } from '../question.ts';
import { longestStreamMs, openStreamOf } from '../stream.ts';
import { addPacket } from './addPacket.ts';
import { beginStream, mayBegin } from './beginStream.ts';
import { endStream } from './closeStream.ts';
import { inTurn } from './showing.ts';

/** What is written with it: before it is shown, which tells an owner whether the question is still its own, and after. */
interface Writes {
  before?: Change;
  after?: Change;
}

/**
 * Shows a question's progress, in its stream if there is one. Where it must wait for something, or a stream has been open
 * for long, that is closed: without an owner at work, nobody would.
 */
export function show(
  held: HeldQuestion,
  deps: QuestionDeps,
  progress: Progress,
  writes: Writes = {},
): Promise<void> {
  return inTurn(held, async () => {
    if (mustEnd(held.question, progress, deps.clock.now())) {
      const isShown = await endStream(held, deps, progress, writes.before);
      await (isShown ? keep(held, writes.after) : showPlainly(held, deps, progress, writes));
    } else if (mayBegin(held.question, deps)) {
      await beginStream(held, deps, progress, writes);
    } else if (openStreamOf(held.question)) {
      await addPacket(held, deps, progress, writes.before);
      await keep(held, writes.after);
    } else {
      await showPlainly(held, deps, progress, writes);
    }
  });
}

/** Progress that others decide on, or nobody knows for how long. */
const waits: ReadonlySet<string> = new Set(['WAITING_FOR_TURN', 'WAITING_FOR_BUDGET', 'NO_ANSWER']);

function mustEnd(question: Question, { status }: Progress, now: number): boolean {
  const stream = openStreamOf(question);
  if (stream === undefined) return false;
  // Only Teams has a limit. Elsewhere, a text that people see growing goes on.
  const hasLimit = channelOf(question.place).canUpdate || !stream.hasText;
  const isOver = hasLimit && now - stream.since >= longestStreamMs;
  return stream.end === 'closing' || waits.has(status) || isOver;
}

async function showPlainly(
  held: HeldQuestion,
  { courier }: QuestionDeps,
  progress: Progress,
  { before, after }: Writes,
): Promise<void> {
  if (before) await held.save(before);
  const shownIn = await courier.showProgress(held.question, progress);
  const isNew = shownIn !== held.question.progressActivityId;
  await keep(held, { ...after, ...(isNew && { progressActivityId: shownIn }) });
}

async function keep(held: HeldQuestion, change: Change = {}): Promise<void> {
  if (Object.keys(change).length > 0) await held.save(change);
}
