import type { MessageStatus } from '../../genie/types.ts';

/**
 * Adds up how long Genie is in each status. The time between two polls counts for the earlier one's status, so frequent
 * polls make it exact.
 *
 * @param before the sums so far, from earlier owners
 * @param startedAt when this watch begins (ms since 1970)
 * @returns a function that takes a poll's status and time, and returns the milliseconds by status
 */
export function timeStatuses(
  before: Readonly<Record<string, number>> = {},
  startedAt: number,
): (status: MessageStatus, at: number) => Record<string, number> {
  let sum = { ...before };
  let last = { status: 'SUBMITTED' as MessageStatus, at: startedAt };
  return (status, at) => {
    sum = { ...sum, [last.status]: (sum[last.status] ?? 0) + at - last.at };
    last = { status, at };
    return sum;
  };
}
