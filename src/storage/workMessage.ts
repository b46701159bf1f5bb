import * as z from 'zod/mini';
import { parseJson } from '../common/parseJson.ts';
import type { Work } from '../questions/ports.ts';

const dayInSeconds = 24 * 60 * 60;

/** Azure's longest visibility delay. https://learn.microsoft.com/rest/api/storageservices/put-message */
const maxDelaySeconds = 7 * dayInSeconds;

/** How long a message is kept once it can be seen. */
const keptSeconds = 7 * dayInSeconds;

const workSchema = z.object({
  kind: z.enum(['go', 'watch', 'backup']),
  questionId: z.string().check(z.minLength(1)),
});

/** The text of a message, and the whole seconds that it stays hidden and is kept. */
export function toMessage(work: Work, delayMs = 0) {
  const { kind, questionId } = work;
  const hiddenSeconds = Math.min(Math.max(Math.ceil(delayMs / 1_000), 0), maxDelaySeconds);
  return {
    text: JSON.stringify({ kind, questionId }),
    hiddenSeconds,
    keptSeconds: hiddenSeconds + keptSeconds,
  };
}

/** The work in a message, as its JSON text or already parsed by the Functions host; `undefined` if it is none. */
export function parseWork(message: unknown): Work | undefined {
  const value = typeof message === 'string' ? parseJson(message) : message;
  return z.safeParse(workSchema, value).data;
}
