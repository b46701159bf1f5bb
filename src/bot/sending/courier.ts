import { inertText } from '../../cards/parts/inertText.ts';
import { AppError } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { withRetries } from '../../common/retry.ts';
import { channelOf, isReadByOthers, type Place } from '../../questions/place.ts';
import {
  type BeforeSending,
  type Courier,
  CourierError,
  type Progress,
} from '../../questions/ports.ts';
import { answerPlaceOf, type Question } from '../../questions/question.ts';
import { type OpenStream, openStreamOf, packetEveryMs } from '../../questions/stream.ts';
import { type AnswerMessageDeps, answerMessage } from '../messages/answerMessage.ts';
import { failureMessageOf } from '../messages/failureMessageOf.ts';
import { informativeText, progressMessage } from '../messages/progressMessage.ts';
import { signInMessage } from '../messages/signInMessage.ts';
import {
  emptyPacket,
  finalPacket,
  firstPacket,
  informativePacket,
  streamingPacket,
} from '../packet.ts';
import type { Channel, OutgoingContent } from '../ports.ts';
import { readerOf } from '../readerOf.ts';
import type { SigningIn } from '../signingIn.ts';
import { openChat } from './openChat.ts';
import { type Showing, showOutcome } from './outcomeWays.ts';
import { sendFitting } from './sendFitting.ts';
import { showNote } from './showNote.ts';
import { streamedText } from './streamedText.ts';
import { tellSubscription } from './tellSubscription.ts';
import { isRefusal } from './updateOrPost.ts';
import { textOf } from './withPlainText.ts';

/** A wait that changes by less is about the same. */
const worthTellingMs = 30_000;

/** From one message about trouble with Genie to the next, at least. */
const troubleAgainMs = 60_000;

export interface CourierDeps extends AnswerMessageDeps {
  channel: Channel;
  log: Log;
  adminContact: string;
  /** Absent: nobody has to sign in. */
  signIn: SigningIn | undefined;
}

/** Delivers answers to where the questions came from, through the Bot Connector. */
export function createCourier(deps: CourierDeps): Courier {
  const { channel, clock, log } = deps;
  const textsOf = (place: Place) => readerOf(place, deps).texts;

  async function bring(
    question: Question,
    showing: Showing,
    beforeSending: BeforeSending,
    mayWait: boolean,
  ): Promise<string> {
    const place = knownPlaceOf(question);
    const ways = { place, channel, now: clock.now(), texts: textsOf(place) };
    return showOutcome(question, showing, ways, beforeSending, mayWait);
  }

  /** Changes the progress message for the last time, which nothing else would do. Best effort. */
  async function endWith(
    question: Question,
    activityId: string,
    outgoing: OutgoingContent,
    retries: number,
  ) {
    const policy = { retries, initialBackoffMs: 1_000, maxBackoffMs: 5_000, multiplier: 5 };
    const update = (shown: OutgoingContent) =>
      withRetries(() => channel.update(knownPlaceOf(question), activityId, shown), {
        policy,
        clock,
        shouldRetry: (error) => !isRefusal(error),
      });
    const text = textOf(outgoing, textsOf(question.place));
    try {
      await update(outgoing).catch((error: unknown) => {
        if (!isRefusal(error) || text === undefined) throw error;
        return update(text);
      });
    } catch (error) {
      log.warn('progress.notEnded', { questionId: question.id, error });
    }
  }

  /** Ends a stream with what became of its question. Best effort: returns whether it did. */
  async function endStream(question: Question, stream: OpenStream, outgoing: OutgoingContent) {
    const place = knownPlaceOf(question);
    const stays = channelOf(place).canUpdate;
    const packet = stays ? finalPacket(outgoing, stream) : emptyPacket(stream);
    try {
      await withRetries(() => channel.post(place, packet), {
        policy: { retries: 2, initialBackoffMs: 1_000, maxBackoffMs: 2_000, multiplier: 2 },
        clock,
        // Another packet may just have been sent, by an owner that doesn't know yet that it's over.
        shouldRetry: (error) => error instanceof CourierError && error.status === 429,
        retryAfterMs: (error) =>
          Math.max(packetEveryMs, (error instanceof CourierError && error.retryAfterMs) || 0),
      });
      return true;
    } catch (error) {
      log.warn('stream.notEnded', { questionId: question.id, error });
      return error instanceof CourierError && error.stream === 'stopped';
    }
  }

  return {
    openChat: (place) => openChat(place, channel),
    showNote: (question, says) => showNote(question, says, deps),
    tellSubscription: (subscription, news) => tellSubscription(subscription, news, deps),

    async openStream(question, progress) {
      const place = knownPlaceOf(question);
      const { stream = { sequence: 1, since: clock.now() } } = question;
      const now = clock.now();
      const text = informativeText(progress, place, now, deps);
      const placedAt = channelOf(place).isInPage ? now : undefined;
      return (await channel.post(place, firstPacket(text, stream, placedAt))) || undefined;
    },

    async closeStream(question, progress) {
      const place = knownPlaceOf(question);
      const stream = openStreamOf(question);
      if (stream === undefined) return false;
      const stays =
        channelOf(place).canUpdate || isWait(progress.status) || progress.status === 'NO_ANSWER';
      const text = informativeText(progress, place, clock.now(), deps);
      // It has to contain what was streamed.
      const streamed = progress.said?.text;
      const whole = streamed ? `${inertText(streamed)}\n\n${text}` : text;
      await channel.post(place, stays ? finalPacket({ text: whole }, stream) : emptyPacket(stream));
      return stays;
    },

    async showProgress(question, progress) {
      const { progressActivityId } = question;
      const place = answerPlaceOf(question);
      if (place === undefined) return undefined;
      const stream = openStreamOf(question);
      if (stream && stream.end === undefined) {
        const text = progress.said?.text;
        const packet = text
          ? streamingPacket(inertText(text), stream)
          : informativePacket(informativeText(progress, place, clock.now(), deps), stream);
        await channel.post(place, packet);
        return progressActivityId;
      }
      if (!channelOf(place).canUpdate) {
        const news = tellsNews(question, progress, clock.now());
        await channel.post(
          place,
          news ? progressMessage(progress, place, clock.now(), deps) : { type: 'typing' },
        );
        return undefined;
      }
      const outgoing = progressMessage(progress, place, clock.now(), deps);
      if (progressActivityId === undefined) return channel.post(place, outgoing);
      await channel.update(place, progressActivityId, outgoing);
      return progressActivityId;
    },

    async deliverAnswer(question, answer, beforeSending, said) {
      const { texts, questionBack } = answer;
      const beside = streamedText(said, questionBack ? [...texts, questionBack] : texts);
      let made: Showing | undefined;
      return sendFitting(
        async (maxBytes) => {
          const message = await answerMessage(question, answer, deps, { maxBytes });
          const rest = beside?.isWhole
            ? await answerMessage(question, answer, deps, { maxBytes, isTextSent: true })
            : message;
          made = { message, ...(beside && { last: { ...rest, text: beside.text } }) };
          return message;
        },
        (message) => {
          const asText = { message, ...(beside && { last: { text: beside.text } }) };
          return bring(question, made?.message === message ? made : asText, beforeSending, true);
        },
        textsOf(question.place),
      );
    },

    async deliverFailure(question, genieSaid, beforeSending, said) {
      const beside = streamedText(said, []);
      return sendFitting(
        async () => failureMessageOf(question, deps, genieSaid),
        (message) => {
          const last = beside && { last: { ...message, text: beside.text } };
          return bring(question, { message, ...last }, beforeSending, false);
        },
        textsOf(question.place),
      );
    },

    async endProgress(question, outcomeActivityId) {
      const { progressActivityId } = question;
      if (progressActivityId === undefined || progressActivityId === outcomeActivityId) return;
      const text = textsOf(question.place).sending.answerBelow;
      await endWith(question, progressActivityId, { text }, 2);
    },

    async askToSignIn(question, { code, replaced }) {
      if (deps.signIn === undefined) throw new AppError('internal', 'Nobody can sign in');
      const { text, run } = question;
      const place = cardPlaceOf(question);
      if (place === undefined)
        throw new CourierError('later', 'The asker’s own chat isn’t known', undefined);
      const view = {
        ...(text && (run ? { subscription: text } : { question: text })),
        ...(code === 'sign-in-mismatch' && { again: 'other-account' as const }),
        replaced,
      };
      return channel.post(place, await signInMessage(place, view, deps.signIn, deps));
    },

    async showCancelled(question) {
      const { progressActivityId, signIn } = question;
      const outgoing = failureMessageOf(question, deps);
      const stream = openStreamOf(question);
      const isEnded = stream && (await endStream(question, stream, outgoing));
      // The person who cancels is waiting.
      if (progressActivityId !== undefined && !isEnded)
        await endWith(question, progressActivityId, outgoing, 0);
      const place = cardPlaceOf(question);
      if (signIn?.cardId !== undefined && place && channelOf(place).canUpdate) {
        const { isPrivate: _there, ...about } = question;
        await endWith({ ...about, place }, signIn.cardId, outgoing, 0);
      }
    },
  };
}

/** Where only the asker sees the card with which they sign in; `undefined`: in their own chat, which isn't known yet. */
function cardPlaceOf({ place, answerTo }: Question): Place | undefined {
  return isReadByOthers(place) ? answerTo : place;
}

/** A private answer is never sent anywhere else: without its asker's own chat, it isn't sent. */
function knownPlaceOf(question: Question): Place {
  const place = answerPlaceOf(question);
  if (place) return place;
  throw new CourierError('later', 'The asker’s own chat isn’t known yet', undefined);
}

function isWait(status: Progress['status']): boolean {
  return status === 'WAITING_FOR_TURN' || status === 'WAITING_FOR_BUDGET';
}

/**
 * Whether a wait deserves a new message on a channel that can't update one: if it is the first, or has changed
 * considerably.
 */
function tellsNews(
  { toldStartAt, toldTroubleAt }: Question,
  { status, waitMs }: Progress,
  now: number,
): boolean {
  if (status === 'NO_ANSWER') {
    // Trouble that comes and goes isn't told each time.
    return toldTroubleAt === undefined || now - toldTroubleAt > troubleAgainMs;
  }
  if (!isWait(status)) return false;
  if (toldStartAt === undefined) return true;
  return waitMs !== undefined && Math.abs(now + waitMs - toldStartAt) > worthTellingMs;
}
