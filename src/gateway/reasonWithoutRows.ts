import type { ErrorCode } from '../common/errors.ts';
import type { Identity } from '../common/identity.ts';

type Reasons = ReadonlyMap<string, string>;

const reasons: Reasons = new Map<ErrorCode, string>([
  ['bad-request', 'Genie refused the request.'],
  ['conversation-closed', 'This bot doesn’t have access to them.'],
  ['conversation-gone', 'Genie no longer has them.'],
  ['genie-declined', 'Genie refused the request.'],
  ['genie-disabled', 'Genie is turned off in this workspace.'],
  ['genie-forbidden', 'This bot doesn’t have access to them.'],
  ['genie-inactive', 'The Databricks workspace is paused or not active.'],
  ['genie-not-found', 'Genie no longer has them.'],
  ['genie-redirected', 'Databricks sent me to another address.'],
  ['genie-sign-in', 'Databricks asked me to sign in.'],
  ['genie-throttled', 'Genie couldn’t give them: it’s too busy right now.'],
  ['genie-timeout', 'Genie couldn’t give them: it didn’t answer.'],
  ['genie-unauthorized', 'Databricks didn’t accept this bot’s credentials.'],
  ['genie-unreachable', 'Genie couldn’t give them: I couldn’t reach it.'],
  ['sign-in-expired', 'Your sign-in ran out.'],
  ['sign-in-mismatch', 'You signed in with another account.'],
  ['sign-in-refused', 'Databricks doesn’t accept your account.'],
  ['sign-in-required', 'You need to sign in first.'],
  ['sign-in-unavailable', 'I couldn’t reach the service that keeps your sign-in.'],
  ['too-large', 'They’re too large to load.'],
]);

/** What is otherwise said of the bot. */
const personal: Reasons = new Map<ErrorCode, string>([
  ['conversation-closed', 'You don’t have access to them.'],
  ['genie-forbidden', 'You don’t have access to them.'],
  ['genie-not-found', 'Genie no longer has them, or you no longer have access to them.'],
  ['genie-sign-in', 'Databricks showed its sign-in page instead.'],
  ['genie-unauthorized', 'Databricks didn’t accept your sign-in.'],
]);

/** By the detail of `genie-forbidden`; an address or a private network is the bot's matter. */
const personalByDetail: Reasons = new Map([
  ['address', 'Databricks doesn’t let this bot in.'],
  ['permissions', 'You don’t have access to all of this data.'],
  ['private-link', 'Databricks doesn’t let this bot in.'],
  ['scope', 'Your sign-in doesn’t include access to Genie.'],
  ['space-access', 'You don’t have access to this Genie space.'],
  ['warehouse-access', 'Genie can’t use the SQL warehouse of this space.'],
  ['workspace-access', 'You don’t have access to the Databricks workspace.'],
]);

/** Why there are no rows, in words for the asker. */
export function reasonWithoutRows(
  code: ErrorCode,
  detail: string | undefined,
  identity: Identity,
): string {
  const general = reasons.get(code) ?? 'Genie couldn’t give them.';
  if (identity === 'bot') return general;
  const precise = code === 'genie-forbidden' && detail ? personalByDetail.get(detail) : undefined;
  return precise ?? personal.get(code) ?? general;
}
