import { Buffer } from 'node:buffer';
import * as z from 'zod/mini';
import { parseJson } from '../common/parseJson.ts';
import type { DueWork, Work } from '../questions/ports.ts';

const dayInSeconds = 24 * 60 * 60;

/** Azure's longest visibility delay. https://learn.microsoft.com/rest/api/storageservices/put-message */
const maxDelaySeconds = 7 * dayInSeconds;

/** How long a message is kept once it can be seen. */
const keptSeconds = 7 * dayInSeconds;

const id = z.string().check(z.minLength(1));

const workSchema = z.object({ kind: z.enum(['go', 'watch', 'backup']), questionId: id });

const lookSchema = z.object({
  kind: z.enum(['due', 'due-backup']),
  subscriptionId: id,
  look: z.int(),
});

const anySchema = z.union([workSchema, lookSchema]);

/** The text of a message, and the whole seconds that it stays hidden and is kept. */
export function toMessage(work: Work | DueWork, delayMs = 0) {
  const hiddenSeconds = Math.min(Math.max(Math.ceil(delayMs / 1_000), 0), maxDelaySeconds);
  return {
    text: JSON.stringify(z.parse(anySchema, work)),
    hiddenSeconds,
    keptSeconds: hiddenSeconds + keptSeconds,
  };
}

/** The work in a message of the queue `questions`, `undefined` if it is none. */
export function parseWork(message: unknown): Work | undefined {
  return z.safeParse(workSchema, decode(message)).data;
}

/** The look in a message of the queue `subscriptions`, `undefined` if it is none. */
export function parseLook(message: unknown): DueWork | undefined {
  return z.safeParse(lookSchema, decode(message)).data;
}

/**
 * `host.json` has the host decode nothing, because it has no way to say of a message that it can't be decoded: so this
 * is its Base64, its JSON, or that already parsed by the host.
 */
function decode(message: unknown): unknown {
  if (typeof message !== 'string') return message;
  return parseJson(message) ?? parseJson(Buffer.from(message, 'base64').toString());
}
