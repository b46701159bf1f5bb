import type { Subscription } from '../../subscription.ts';
import type { OwnerReason } from './ownerReasonOf.ts';

/** How often in a row its owner can't be reached, or can't ask, before a subscription is paused. */
const tries = 3;

/** What went wrong. */
interface Failure {
  /** What it says about the owner. */
  reason: OwnerReason | undefined;
  code: string;
  /** When the owner was told (ms since 1970); absent: they weren't. */
  toldAt?: number | undefined;
}

/** A subscription after a run that failed: paused if that was its owner's third in a row. */
export function withFailure(
  subscription: Subscription,
  { reason, code, toldAt }: Failure,
): Subscription {
  const { failures: before } = subscription;
  const isAlike = isOwners(before?.code) === (reason !== undefined);
  const times = before !== undefined && isAlike ? before.times + 1 : 1;
  const told = before?.toldAt ?? toldAt;
  return {
    ...subscription,
    failures: { times, code: reason ?? code, ...(told !== undefined && { toldAt: told }) },
    ...(reason !== undefined && times >= tries && { paused: reason }),
  };
}

function isOwners(code: string | undefined): boolean {
  return code === 'gone' || code === 'access';
}
