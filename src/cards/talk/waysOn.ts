import type { ErrorCode } from '../../common/errors.ts';
import type { FailureKind } from '../../genie/failureKinds.ts';
import type { AccessDetail } from '../../genie/missingAccess.ts';
import type { PersonCode } from '../../texts/failureText.ts';

/** How a person gets on after a failure. */
export interface WayOn {
  /** Whether asking the same question again might work. */
  tryAgain: boolean;
  /** Whether an admin has to change something first. */
  needsAdmin: boolean;
}

const retryable: WayOn = { tryAgain: true, needsAdmin: false };
export const adminOnly: WayOn = { tryAgain: false, needsAdmin: true };
/** The person needs another question, or another person's help. */
const noWayOn: WayOn = { tryAgain: false, needsAdmin: false };

export const waysByCode: Readonly<Record<ErrorCode, WayOn>> = {
  'answer-gone': retryable,
  'bad-request': noWayOn,
  'chat-deleted': noWayOn,
  'cleared-by-admin': retryable,
  'cancelled-by-asker': retryable,
  config: adminOnly,
  'conversation-closed': retryable,
  'conversation-gone': retryable,
  'delivery-unsure': retryable,
  'endpoint-busy': retryable,
  'endpoint-cut-off': retryable,
  'endpoint-declined': noWayOn,
  'endpoint-failed': retryable,
  'endpoint-forbidden': adminOnly,
  'endpoint-not-found': adminOnly,
  'endpoint-starting': retryable,
  'endpoint-timeout': retryable,
  'endpoint-unsure': noWayOn,
  'genie-bad-response': retryable,
  'genie-cancelled': retryable,
  'genie-declined': noWayOn,
  'genie-disabled': adminOnly,
  'genie-failed': retryable,
  'genie-forbidden': adminOnly,
  'genie-inactive': adminOnly,
  'genie-not-found': adminOnly,
  'genie-redirected': adminOnly,
  'genie-sign-in': adminOnly,
  'genie-throttled': retryable,
  'genie-timeout': retryable,
  'genie-unauthorized': adminOnly,
  'genie-unavailable': retryable,
  'genie-unreachable': retryable,
  'identity-changed': retryable,
  internal: retryable,
  'no-space': adminOnly,
  'secret-unavailable': adminOnly,
  'sign-in-expired': retryable,
  'sign-in-late': retryable,
  'sign-in-mismatch': retryable,
  'sign-in-refused': adminOnly,
  'sign-in-replaced': retryable,
  'sign-in-required': retryable,
  'sign-in-unavailable': retryable,
  storage: retryable,
  'too-busy': retryable,
  'too-large': noWayOn,
  undeliverable: retryable,
};

/** Where Genie itself failed. */
export const waysByGenieFailure: Readonly<Record<Exclude<FailureKind, 'unknown'>, WayOn>> = {
  transient: retryable,
  admin: adminOnly,
  permissions: adminOnly,
  'workspace-access': adminOnly,
  'space-access': adminOnly,
  'warehouse-access': adminOnly,
  warehouse: adminOnly,
  space: adminOnly,
  'too-long': noWayOn,
  'sql-too-long': noWayOn,
  'content-policy': noWayOn,
  rephrase: retryable,
  'query-failed': retryable,
  concurrency: retryable,
  cancelled: retryable,
  'start-anew': noWayOn,
};

/** Where the rights of the person who asks were too few. */
export const waysByAccess: Readonly<Record<AccessDetail, WayOn>> = {
  permissions: noWayOn,
  'space-access': adminOnly,
  'warehouse-access': adminOnly,
  'workspace-access': noWayOn,
};

export const waysByPersonCode: Readonly<Record<PersonCode, WayOn>> = {
  'endpoint-forbidden': adminOnly,
  'endpoint-not-found': adminOnly,
  'genie-forbidden': adminOnly,
  'genie-not-found': adminOnly,
  'genie-sign-in': adminOnly,
  'genie-unauthorized': noWayOn,
  'no-space': adminOnly,
};
