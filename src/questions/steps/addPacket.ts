import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { CourierError, type Progress } from '../ports.ts';
import { type OpenStream, openStreamOf } from '../stream.ts';
import { isOver } from './closeStream.ts';
import { pace, type Showing, showingOf } from './showing.ts';
import { stop } from './stop.ts';

/** How much of an answer is streamed, in UTF-16 units: each packet has all of it. */
const mostStreamed = 10_000;

/** After a packet that the channel had no time for, if it doesn't say. */
const busyMs = 2_500;

/**
 * Adds a packet to a question's stream: the answer so far, if it is known, or what is being done. Its sequence is written
 * before it is sent, so the next owner's is higher.
 *
 * @param change written with it
 */
export async function addPacket(
  held: HeldQuestion,
  deps: QuestionDeps,
  progress: Progress,
  change: Change = {},
): Promise<void> {
  const { clock, courier } = deps;
  const showing = showingOf(held);
  const stream = openStreamOf(held.question);
  const packet = stream && packetOf(progress, stream, showing);
  if (!packet || clock.now() < (showing.busyUntil ?? 0)) return held.save(change);
  await pace(held, clock);
  const { said, ...status } = progress;
  await held.save({ ...change, stream: { ...stream, ...packet.next } });
  try {
    const shown = {
      ...status,
      ...(packet.text ? { said: { text: packet.text } } : said && { said }),
    };
    await courier.showProgress(held.question, shown);
    if (packet.text) showing.streamed = packet.text;
  } catch (error) {
    if (error instanceof CourierError) await afterRefusal(held, error, deps);
    throw error;
  } finally {
    showing.sentAt = clock.now();
  }
}

interface Next {
  next: Pick<OpenStream, 'sequence' | 'hasText'>;
  text?: string;
}

/** `undefined`: nothing can be added before the answer. */
function packetOf(
  { said }: Progress,
  { sequence, hasText }: OpenStream,
  { streamed, isFull }: Showing,
): Next | undefined {
  const next = { sequence: sequence + 1 };
  const text = said?.text?.slice(0, mostStreamed) || streamed;
  if (!text) return hasText ? undefined : { next };
  // Each text has to contain the one before, and what an earlier owner streamed isn't known.
  const goesOn = hasText ? streamed !== undefined && text.startsWith(streamed) : true;
  return goesOn && !isFull ? { next: { ...next, hasText: true }, text } : undefined;
}

async function afterRefusal(
  held: HeldQuestion,
  error: CourierError,
  deps: QuestionDeps,
): Promise<void> {
  const { stream: about, kind, retryAfterMs = busyMs } = error;
  const showing = showingOf(held);
  const stream = openStreamOf(held.question);
  if (about === 'stopped') return stop(held, deps);
  if (about === 'late') return;
  if (about === 'not-contained' || kind === 'too-large') {
    showing.isFull = true;
  } else if (isOver(error)) {
    if (stream) await held.save({ stream: { ...stream, end: 'closed' } });
  } else {
    showing.busyUntil = deps.clock.now() + retryAfterMs;
  }
}
