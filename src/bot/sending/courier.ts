import { failureMessage } from '../../cards/talk/failureMessage.ts';
import { AppError } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { withRetries } from '../../common/retry.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import { channelOf, isReadByOthers, type Place } from '../../questions/place.ts';
import {
  type BeforeSending,
  type Courier,
  CourierError,
  type GenieFailure,
  type Progress,
} from '../../questions/ports.ts';
import { answerPlaceOf, type Question, type Sending } from '../../questions/question.ts';
import { type AnswerMessageDeps, answerMessage } from '../messages/answerMessage.ts';
import { progressMessage } from '../messages/progressMessage.ts';
import { signInMessage } from '../messages/signInMessage.ts';
import type { Channel, Outgoing } from '../ports.ts';
import { readerOf } from '../readerOf.ts';
import type { SigningIn } from '../signingIn.ts';
import { openChat } from './openChat.ts';
import { sendFitting } from './sendFitting.ts';
import { showNote } from './showNote.ts';
import { isRefusal } from './updateOrPost.ts';
import { textOf } from './withPlainText.ts';

/** After this time people are likely doing something else: a new message notifies them, an edited one doesn't. */
const notifyAfterMs = 20_000;

/** One way to show an outcome. */
interface Way {
  sending: Sending;
  /** Returns the ID of the activity that shows it. */
  send(): Promise<string>;
  /** It shows less than it could. */
  isLastResort?: boolean;
}

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

  /**
   * How to send it, in order: each way only if the one before was certainly refused. In Teams the progress message becomes
   * the answer: repeating an update is harmless, repeating a post is not. Elsewhere, and when people need a notification,
   * the answer is a new message. What may be there as an update stays one.
   */
  function waysOf(question: Question, outgoing: Outgoing): Way[] {
    const { progressActivityId, sending, acceptedAt } = question;
    const place = knownPlaceOf(question);
    const post = { sending: 'post' as const, send: () => channel.post(place, outgoing) };
    if (progressActivityId === undefined) return [post];
    const updateTo = (shown: Outgoing): Way => ({
      sending: 'update',
      async send() {
        await channel.update(place, progressActivityId, shown);
        return progressActivityId;
      },
    });
    const update = updateTo(outgoing);
    const asText = {
      ...updateTo(textOf(outgoing, textsOf(place)) ?? outgoing),
      isLastResort: true,
    };
    if (sending === 'update') return [update, asText];
    const isPrompt = sending === undefined && clock.now() - acceptedAt < notifyAfterMs;
    return isPrompt ? [update, post, asText] : [post, update, asText];
  }

  async function bring(
    question: Question,
    outgoing: Outgoing,
    beforeSending: BeforeSending,
    mayWait: boolean,
  ): Promise<string> {
    let refusal: CourierError | undefined;
    for (const { sending, send, isLastResort } of waysOf(question, outgoing)) {
      // Who is turned away now may get the whole message later.
      if (isLastResort && mayWait && refusal?.kind === 'refused') break;
      await beforeSending(sending);
      try {
        return await send();
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // What the channel says of a new message is about the message; of an update, it can be about updates.
        if (refusal === undefined || sending === 'post') refusal = error;
      }
    }
    throw refusal;
  }

  /** Changes the progress message for the last time, which nothing else would do. Best effort. */
  async function endWith(
    question: Question,
    activityId: string,
    outgoing: Outgoing,
    retries: number,
  ) {
    const policy = { retries, initialBackoffMs: 1_000, maxBackoffMs: 5_000, multiplier: 5 };
    const update = (shown: Outgoing) =>
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

  return {
    openChat: (place) => openChat(place, channel),
    showNote: (question, says) => showNote(question, says, deps),

    async showProgress(question, progress) {
      const { progressActivityId } = question;
      const place = answerPlaceOf(question);
      if (place === undefined) return undefined;
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

    async deliverAnswer(question, answer, beforeSending) {
      return sendFitting(
        (maxBytes) => answerMessage(question, answer, deps, { maxBytes }),
        (message) => bring(question, message, beforeSending, true),
        textsOf(question.place),
      );
    },

    async deliverFailure(question, said, beforeSending) {
      return sendFitting(
        async () => failureOf(question, deps, said),
        (message) => bring(question, message, beforeSending, false),
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
      const { text } = question;
      const place = cardPlaceOf(question);
      if (place === undefined)
        throw new CourierError('later', 'The asker’s own chat isn’t known', undefined);
      const view = {
        ...(text && { question: text }),
        ...(code === 'sign-in-mismatch' && { again: 'other-account' as const }),
        replaced,
      };
      return channel.post(place, await signInMessage(place, view, deps.signIn, deps));
    },

    async showCancelled(question) {
      const { progressActivityId, signIn } = question;
      const outgoing = failureOf(question, deps);
      // The person who cancels is waiting.
      if (progressActivityId !== undefined)
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

/** The message that says why a question has no answer. */
function failureOf(question: Question, deps: CourierDeps, said?: GenieFailure): Outgoing {
  const { adminContact, isQuestion, signIn } = deps;
  const { place, text, failure, decision } = question;
  const { code, errorId, detail, silentMs } = failure ?? { code: 'internal' as const, errorId: '' };
  return failureMessage({
    ...readerOf(place, deps),
    // A button said it, and what is typed can't repeat it.
    question: decision ? '' : (text ?? ''),
    answerKey: answerKeyOf(question),
    code,
    errorId,
    identity: signIn ? 'person' : 'bot',
    ...(detail && { detail }),
    genieTexts: said?.texts ?? [],
    suggestions: said?.suggestions.filter(isQuestion) ?? [],
    ...(silentMs && { silentMs }),
    adminContact,
  });
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
  if (status !== 'WAITING_FOR_TURN' && status !== 'WAITING_FOR_BUDGET') return false;
  if (toldStartAt === undefined) return true;
  return waitMs !== undefined && Math.abs(now + waitMs - toldStartAt) > worthTellingMs;
}
