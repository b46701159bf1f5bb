import type { HttpRequest } from '@azure/functions';
import * as z from 'zod/mini';

const ratingBody = z.object({
  answerId: z.string(),
  rating: z.enum(['POSITIVE', 'NEGATIVE', 'NONE']),
  comment: z.optional(z.string().check(z.maxLength(2000))),
});

/** Reads the body of `POST /api/feedback`; `undefined` where it is none. */
export async function readRating(request: HttpRequest) {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = z.safeParse(ratingBody, body);
  if (!parsed.success) return undefined;
  const { answerId, rating, comment } = parsed.data;
  return { answerKey: answerId, rating, ...(comment && { comment }) };
}
