import { channelOf, type Place } from '../../questions/place.ts';
import { type BeforeSending, CourierError } from '../../questions/ports.ts';
import { mayRepeat, type Question, type Sending } from '../../questions/question.ts';
import { openStreamOf } from '../../questions/stream.ts';
import type { Texts } from '../../texts/texts.ts';
import { emptyPacket, finalPacket } from '../packet.ts';
import type { Channel, OutgoingContent } from '../ports.ts';
import { isRefusal } from './updateOrPost.ts';
import { textOf } from './withPlainText.ts';

/** After this time people are likely doing something else: a new message notifies them, an edited one doesn't. */
const notifyAfterMs = 20_000;

/** What is to be shown. */
export interface Showing {
  message: OutgoingContent;
  /** The same where it ends a stream of which it has to contain the text. */
  last?: OutgoingContent;
}

interface WaysDeps {
  place: Place;
  channel: Channel;
  /** Milliseconds since 1970. */
  now: number;
  texts: Texts;
}

/** One way to show an outcome. */
interface Way {
  sending: Sending;
  /** Returns the ID of the activity that shows it. */
  send(): Promise<string>;
  /** It shows less than it could. */
  isLastResort?: boolean;
}

/**
 * Shows an outcome: each way only if the one before was certainly refused.
 *
 * @param mayWait who is turned away now may get the whole message later
 * @returns the ID of the activity that shows it
 */
export async function showOutcome(
  question: Question,
  showing: Showing,
  deps: WaysDeps,
  beforeSending: BeforeSending,
  mayWait: boolean,
): Promise<string> {
  let refusal: CourierError | undefined;
  for (const { sending, send, isLastResort } of waysOf(question, showing, deps)) {
    if (isLastResort && mayWait && refusal?.kind === 'refused') break;
    await beforeSending(sending);
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof CourierError)) throw error;
      const thereId = sending === 'final' ? idIfThere(question, error) : undefined;
      if (thereId !== undefined) return thereId;
      if (!hasOtherWay(error, sending)) throw error;
      // What the channel says of a new message is about the message; of an update, it can be about updates.
      if (refusal === undefined || sending === 'post') refusal = error;
    }
  }
  throw refusal;
}

/**
 * In Teams the progress message becomes the answer: repeating an update is harmless, and so is ending a stream twice;
 * repeating a post is not. Elsewhere, and when people need a notification, the answer is a new message, or the end of the
 * stream that is open. What may be there in a way that can be repeated isn't sent in another.
 */
function waysOf(question: Question, { message, last = message }: Showing, deps: WaysDeps): Way[] {
  const { progressActivityId, sending, acceptedAt, stream } = question;
  const { place, channel, now, texts } = deps;
  const open = openStreamOf(question);
  const final: Way[] = open
    ? [
        {
          sending: 'final',
          send: async () => finalIdOf(await channel.post(place, finalPacket(last, open))),
        },
      ]
    : [];
  const finalIdOf = (postedId: string) =>
    (channelOf(place).canUpdate ? undefined : postedId) || (open?.id ?? '');
  const post: Way = { sending: 'post', send: () => channel.post(place, message) };
  if (progressActivityId === undefined) {
    const isUntouched = sending === undefined && stream?.end === undefined;
    const alone: Way = {
      ...post,
      async send() {
        // Of a stream that doesn't become the message, nothing stays.
        if (open) await channel.post(place, emptyPacket(open)).catch(() => {});
        return post.send();
      },
    };
    return isUntouched ? [...final, alone] : [alone];
  }
  const updateTo = (shown: OutgoingContent): Way => ({
    sending: 'update',
    async send() {
      await channel.update(place, progressActivityId, shown);
      return progressActivityId;
    },
  });
  const update = updateTo(message);
  const asText = { ...updateTo(textOf(message, texts) ?? message), isLastResort: true };
  if (sending === 'final') return [...final, update, asText];
  if (mayRepeat(question)) return [update, asText];
  // Who watches a stream needs no notification.
  const isPrompt = stream?.id !== undefined || now - acceptedAt < notifyAfterMs;
  return sending === undefined && isPrompt
    ? [...final, update, post, asText]
    : [post, update, asText];
}

/** Teams recognizes the second end of a stream. If the first may have been this outcome, it is there. */
function idIfThere({ sending, stream }: Question, error: CourierError): string | undefined {
  const wasThis = sending === 'final' && stream?.end === undefined;
  return error.stream === 'completed' && wasThis ? stream?.id : undefined;
}

/** Whether the channel certainly did not take it, and might take it another way. */
function hasOtherWay(error: CourierError, sending: Sending): boolean {
  // Its asker has stopped it.
  if (error.stream === 'stopped') return false;
  if (isRefusal(error)) return true;
  // Of a stream, a nameless 403 is no matter of the moment.
  const { status, kind }: CourierError = error;
  return sending === 'final' && status === 403 && kind === 'later';
}
