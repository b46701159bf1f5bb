import type { ErrorCode } from '../../common/errors.ts';
import type { AccessDetail } from '../../genie/missingAccess.ts';
import type { FailureText, PersonCode } from '../../texts/failureText.ts';
import type { Texts } from '../../texts/texts.ts';
import { adminOnly, type WayOn, waysByAccess, waysByPersonCode } from './waysOn.ts';

/** What the rights of the person who asks are said to lack; `undefined` if the failure isn't about them. */
export function personWords(
  code: ErrorCode,
  detail: string,
  { personFailures }: Texts,
): (FailureText & WayOn) | undefined {
  const isAccess = code === 'genie-forbidden' || code === 'genie-failed';
  if (isAccess && isAccessDetail(detail))
    return { ...personFailures.byAccess[detail], ...waysByAccess[detail] };
  if (!isPersonCode(code)) return undefined;
  if (code === 'genie-forbidden') {
    if (detail === 'scope') return { ...personFailures.scope, ...adminOnly };
    // Where a request comes from is the bot's matter, no matter whose rights it carries.
    if (detail === 'address' || detail === 'private-link') return undefined;
  }
  return { ...personFailures.byCode[code], ...waysByPersonCode[code] };
}

function isAccessDetail(detail: string): detail is AccessDetail {
  return Object.hasOwn(waysByAccess, detail);
}

function isPersonCode(code: ErrorCode): code is PersonCode {
  return Object.hasOwn(waysByPersonCode, code);
}
