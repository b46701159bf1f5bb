import * as z from 'zod/mini';
import { parseJson } from '../../common/parseJson.ts';
import { findAnswerShownIn } from '../../questions/answered/findAnswer.ts';
import { listAnsweredIn } from '../../questions/answered/listAnsweredIn.ts';
import type { GivenRating } from '../../questions/answered/rateAnswer.ts';
import { type Place, readLike } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { readerOf } from '../readerOf.ts';
import { rateOrSaySorry } from './rateFromCard.ts';

const feedback = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.catch(z.optional(z.string()), undefined),
  }),
});

/** The field of the feedback form, which arrives as JSON text. */
const form = z.object({ feedbackText: z.optional(z.string()) });

const longestComment = 2000;

/**
 * Takes a rating from Teams' own thumbs, which identify the answer by the message they are under. Teams thanks people
 * itself, so the bot posts only if something went wrong.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
export async function rateFromTeams(
  activity: Activity,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const given = readFeedback(activity.value);
  if (given === undefined) return;
  if (!(await isWithinLimit(place, deps))) return;
  const { replyToId = '' } = activity;
  const question = findAnswerShownIn(replyToId, await listAnsweredIn(place, deps));
  if (question) {
    await rateOrSaySorry(question, given, readLike(place, question.place), deps);
  } else {
    const { onlyTheAsker } = readerOf(place, deps).texts.lastAnswer;
    await deps.channel.post(place, { text: onlyTheAsker });
  }
}

function readFeedback(value: unknown): GivenRating | undefined {
  const parsed = z.safeParse(feedback, value);
  if (!parsed.success) return undefined;
  const { reaction, feedback: json } = parsed.data.actionValue;
  const comment = readComment(json)?.trim().slice(0, longestComment);
  return { rating: reaction === 'like' ? 'POSITIVE' : 'NEGATIVE', ...(comment && { comment }) };
}

function readComment(json = ''): string | undefined {
  return z.safeParse(form, parseJson(json)).data?.feedbackText;
}
