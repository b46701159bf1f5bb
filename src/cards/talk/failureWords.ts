import type { ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import type { FailureText } from '../../texts/failureText.ts';
import type { Texts } from '../../texts/texts.ts';
import { personWords } from './personWords.ts';
import { adminOnly, type WayOn, waysByCode, waysByGenieFailure } from './waysOn.ts';

/** What a person reads about a failure, and how they get on. */
export type FailureWords = FailureText & WayOn;

export interface WhatFailed {
  code: ErrorCode;
  /** Genie's kind of failure, or why it keeps the bot or the person out. */
  detail?: string | undefined;
  /** Whose rights were missing: only the asker's are called theirs. Unless told, the bot's. */
  identity?: Identity | undefined;
}

/** The words for a failure. */
export function failureWords(
  { code, detail = '', identity = 'bot' }: WhatFailed,
  texts: Texts,
): FailureWords {
  const personal = identity === 'person' ? personWords(code, detail, texts) : undefined;
  if (personal) return personal;
  const { failures, failureDetails } = texts;
  if (code === 'genie-failed' && isKeyOf(failureDetails.byGenieFailure, detail))
    return { ...failureDetails.byGenieFailure[detail], ...waysByGenieFailure[detail] };
  if (code === 'genie-forbidden' && isKeyOf(failureDetails.byRefusal, detail))
    return { ...failureDetails.byRefusal[detail], ...adminOnly };
  return { ...failures.byCode[code], ...waysByCode[code] };
}

function isKeyOf<T extends object>(record: T, key: string): key is string & keyof T {
  return Object.hasOwn(record, key);
}
