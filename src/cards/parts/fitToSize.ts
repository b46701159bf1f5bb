import { type CardLimits, cardLimitSteps } from './cardLimits.ts';

/**
 * Teams refuses a message over 100 KB of UTF-16 and advises 80 KB. Ids and addresses added on sending take up some of
 * it. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const maxMessageBytes = 76_000;

/**
 * Builds with ever tighter limits until the message has at most `maxBytes` of UTF-16. The tightest limits always stay
 * within the default, whatever the answer holds.
 */
export function fitToSize<T>(build: (limits: CardLimits) => T, maxBytes = maxMessageBytes): T {
  let message: T | undefined;
  for (const limits of cardLimitSteps) {
    message = build(limits);
    if (utf16Bytes(message) <= maxBytes) return message;
  }
  return message as T;
}

function utf16Bytes(message: unknown): number {
  return JSON.stringify(message).length * 2;
}
