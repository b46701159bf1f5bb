import { failureMessage } from '../../cards/talk/failureMessage.ts';
import { progressText } from '../../cards/talk/progressText.ts';
import type { Log } from '../../common/log.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import {
  type BeforeSending,
  type Courier,
  CourierError,
  type Progress,
} from '../../questions/ports.ts';
import type { Question, Sending } from '../../questions/question.ts';
import { type AnswerMessageDeps, answerMessage } from '../messages/answerMessage.ts';
import { cardChannelOf } from '../place.ts';
import type { Channel, Outgoing } from '../ports.ts';
import { sendFitting } from './sendFitting.ts';

/** After this time people are likely doing something else: a new message notifies them, an edited one doesn't. */
const notifyAfterMs = 20_000;

/** A wait that changes by less is about the same. */
const worthTellingMs = 30_000;

/** From one message about trouble with Genie to the next, at least. */
const troubleAgainMs = 60_000;

export interface CourierDeps extends AnswerMessageDeps {
  channel: Channel;
  log: Log;
  adminContact: string;
}

/** Delivers answers to where the questions came from, through the Bot Connector. */
export function createCourier(deps: CourierDeps): Courier {
  const { channel, clock, log } = deps;

  /**
   * In Teams the progress message becomes the answer: repeating an update is harmless, repeating a post is not.
   * Elsewhere, and when people need a notification, the answer is a new message. What began as an update stays one.
   */
  function choose({ sending, progressActivityId, acceptedAt }: Question): Sending {
    if (progressActivityId === undefined) return 'post';
    return sending ?? (clock.now() - acceptedAt < notifyAfterMs ? 'update' : 'post');
  }

  const textOf = ({ locale, timeZone }: Place, progress: Progress) =>
    progressText(progress, { now: clock.now(), locale, timeZone });

  async function bring(
    question: Question,
    outgoing: Outgoing,
    beforeSending: BeforeSending,
  ): Promise<string> {
    const { place, progressActivityId } = question;
    if (progressActivityId !== undefined && choose(question) === 'update') {
      await beforeSending('update');
      if (await updated(question, progressActivityId, outgoing)) return progressActivityId;
    }
    await beforeSending('post');
    return channel.post(place, outgoing);
  }

  /** False if the message to update has been deleted. */
  async function updated({ place }: Question, activityId: string, outgoing: Outgoing) {
    try {
      await channel.update(place, activityId, outgoing);
      return true;
    } catch (error) {
      if (error instanceof CourierError && error.status === 404) return false;
      throw error;
    }
  }

  return {
    async showProgress(question, progress) {
      const { place, progressActivityId } = question;
      if (!channelOf(place).canUpdate) {
        const news = tellsNews(question, progress, clock.now());
        await channel.post(place, news ? { text: textOf(place, progress) } : { type: 'typing' });
        return undefined;
      }
      const outgoing = { text: textOf(place, progress) };
      if (progressActivityId === undefined) return channel.post(place, outgoing);
      await channel.update(place, progressActivityId, outgoing);
      return progressActivityId;
    },

    async deliverAnswer(question, answer, beforeSending) {
      return sendFitting(
        (maxBytes) => answerMessage(question, answer, deps, { maxBytes }),
        (message) => bring(question, message, beforeSending),
      );
    },

    deliverFailure: (question, beforeSending) =>
      bring(question, failureOf(question, deps), beforeSending),

    async endProgress({ id, place, progressActivityId }, outcomeActivityId) {
      if (progressActivityId === undefined || progressActivityId === outcomeActivityId) return;
      try {
        await channel.update(place, progressActivityId, { text: 'Done. The answer is below.' });
      } catch (error) {
        log.warn('progress.notEnded', { questionId: id, error });
      }
    },

    async showCancelled(question) {
      const { place, progressActivityId } = question;
      if (progressActivityId === undefined) return;
      await channel.update(place, progressActivityId, failureOf(question, deps));
    },
  };
}

/** The message that says why a question has no answer. */
function failureOf(question: Question, { adminContact }: CourierDeps): Outgoing {
  const { place, text, failure } = question;
  const { code, errorId, detail, silentMs } = failure ?? { code: 'internal' as const, errorId: '' };
  return failureMessage({
    channel: cardChannelOf(place),
    question: text ?? '',
    answerKey: answerKeyOf(question),
    code,
    errorId,
    ...(detail && { detail }),
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
