import type { MissingRows } from '../answers/missingRows.ts';
import type { ErrorCode } from '../common/errors.ts';
import type { Identity } from '../common/identity.ts';

type Reasons = ReadonlyMap<string, MissingRows>;

const reasons: Reasons = new Map<ErrorCode, MissingRows>([
  ['bad-request', 'refused'],
  ['conversation-closed', 'bot-lacks-access'],
  ['conversation-gone', 'gone'],
  ['genie-declined', 'refused'],
  ['genie-disabled', 'turned-off'],
  ['genie-forbidden', 'bot-lacks-access'],
  ['genie-inactive', 'inactive'],
  ['genie-not-found', 'gone'],
  ['genie-redirected', 'redirected'],
  ['genie-sign-in', 'asked-to-sign-in'],
  ['genie-throttled', 'busy'],
  ['genie-timeout', 'silent'],
  ['genie-unauthorized', 'bot-not-accepted'],
  ['genie-unreachable', 'unreachable'],
  ['sign-in-expired', 'sign-in-expired'],
  ['sign-in-mismatch', 'sign-in-mismatch'],
  ['sign-in-refused', 'sign-in-refused'],
  ['sign-in-required', 'sign-in-required'],
  ['sign-in-unavailable', 'sign-in-unavailable'],
  ['too-large', 'too-large'],
]);

/** What is otherwise said of the bot. */
const personal: Reasons = new Map<ErrorCode, MissingRows>([
  ['conversation-closed', 'person-lacks-access'],
  ['genie-forbidden', 'person-lacks-access'],
  ['genie-not-found', 'gone-or-no-access'],
  ['genie-sign-in', 'sign-in-page'],
  ['genie-unauthorized', 'person-not-accepted'],
]);

/** By the detail of `genie-forbidden`; an address or a private network is the bot's matter. */
const personalByDetail: Reasons = new Map<string, MissingRows>([
  ['address', 'bot-kept-out'],
  ['permissions', 'lacks-data-access'],
  ['private-link', 'bot-kept-out'],
  ['scope', 'sign-in-without-genie'],
  ['space-access', 'lacks-space-access'],
  ['warehouse-access', 'no-warehouse'],
  ['workspace-access', 'lacks-workspace-access'],
]);

/** Why there are no rows, as the asker is told. */
export function reasonWithoutRows(
  code: ErrorCode,
  detail: string | undefined,
  identity: Identity,
): MissingRows {
  const general = reasons.get(code) ?? 'not-given';
  if (identity === 'bot') return general;
  const precise = code === 'genie-forbidden' && detail ? personalByDetail.get(detail) : undefined;
  return precise ?? personal.get(code) ?? general;
}
