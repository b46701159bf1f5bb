import { createHmac, timingSafeEqual } from 'node:crypto';

/** Distinguishes a page that was shown an answer from others that only know the answer's id. */
export interface FeedbackTokens {
  /** The token that is sent with an answer. @throws AppError `storage` */
  sign(answerId: string): Promise<string>;
  /** Whether a token belongs to an answer. @throws AppError `storage` */
  verify(answerId: string, token: string): Promise<boolean>;
}

/**
 * Signs the ids of answers with HMAC-SHA256 (RFC 2104).
 *
 * @param readKey returns the key that all instances share
 */
export function createFeedbackTokens(readKey: () => Promise<Buffer>): FeedbackTokens {
  const sign = async (answerId: string) =>
    createHmac('sha256', await readKey())
      .update(JSON.stringify(['feedback', answerId]))
      .digest('base64url');
  return {
    sign,
    async verify(answerId, token) {
      const [given, expected] = [Buffer.from(token), Buffer.from(await sign(answerId))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
