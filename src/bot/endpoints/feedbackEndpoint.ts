import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import * as z from 'zod/mini';
import { codeOf, type ErrorCode } from '../../common/errors.ts';
import { rateAnswer } from '../../questions/answered/rateAnswer.ts';
import { asAsker } from '../../questions/deps.ts';
import { newErrorId, newNonce, personIdOf } from '../../questions/ids.ts';
import { spend } from '../../questions/pace/spendAllowance.ts';
import type { BotDeps } from '../deps.ts';
import { readJson } from './readJson.ts';

const maxBytes = 16 * 1024;

const ratingBody = z.object({
  answerId: z.string().check(z.minLength(1), z.maxLength(200)),
  rating: z.enum(['POSITIVE', 'NEGATIVE', 'NONE']),
  comment: z.optional(z.string().check(z.maxLength(2000))),
});

/**
 * `POST /api/feedback`: a rating for an answer, from a page that embeds the chat. The page gets the answer's ID and
 * token from the `channelData` of the message that shows the answer.
 *
 * 204 Genie has it · 400 not a rating · 401 no token, or another answer's · 404 no such answer, or it is gone · 409 the
 * answer can't be rated: it isn't there yet, its conversation was deleted, or its asker isn't signed in · 503 Genie didn't take it, or storage
 * doesn't respond
 */
export function createFeedbackEndpoint(
  deps: BotDeps,
): (request: HttpRequest) => Promise<HttpResponseInit> {
  return async (request) => {
    const read = await readJson(request, maxBytes);
    if ('refusal' in read) return { status: read.refusal.status, body: read.refusal.sentence };
    const body = z.safeParse(ratingBody, read.json);
    if (!body.success) {
      return {
        status: 400,
        body: 'Send {"answerId", "rating"}. The rating is "POSITIVE", "NEGATIVE" or "NONE".',
      };
    }
    const { answerId, rating, comment } = body.data;
    const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    try {
      if (token === undefined || !(await deps.feedbackTokens.verify(answerId, token))) {
        const headers = { 'WWW-Authenticate': 'Bearer' };
        return { status: 401, headers, body: 'The token doesn’t match this answer.' };
      }
      const question = (await deps.questions.get(answerId))?.value;
      if (question === undefined) return { status: 404, body: 'Answer not found.' };
      if (question.state !== 'delivered' || question.conversationDeleted) return cannotBeRated;
      const spending = {
        id: `${personIdOf(question.place)}-ratings`,
        useId: newNonce(),
        perMinute,
      };
      if ((await spend(spending, deps)) !== 'allowed') return tooOften;
      const given = { rating, ...(comment?.trim() && { comment }) };
      await rateAnswer(question, given, asAsker(question.place, deps));
      return { status: 204 };
    } catch (error) {
      const code = codeOf(error);
      if (notNow.has(code)) return cannotBeRated;
      const errorId = newErrorId();
      deps.log.error('rating.failed', { errorId, code, error });
      const what = code === 'storage' ? 'saved' : 'sent to Genie';
      return { status: 503, body: `The rating couldn’t be ${what}. (Error ID: ${errorId})` };
    }
  };
}

const notNow: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'conversation-closed',
  'conversation-gone',
  'identity-changed',
  'sign-in-mismatch',
  'sign-in-required',
]);

/** Ratings of one person: each goes to Genie. */
const perMinute = 30;

const tooOften: HttpResponseInit = {
  status: 429,
  headers: { 'retry-after': '60' },
  body: 'That was a lot at once. Please wait a minute and try again.',
};

const cannotBeRated: HttpResponseInit = {
  status: 409,
  body: 'This answer can’t be rated right now.',
};
