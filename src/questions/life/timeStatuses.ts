import type { MessageStatus } from '../../genie/types.ts';

/**
 * Adds up how long Genie is seen in each status. The time between two looks belongs to the earlier one's status, so it
 * is as exact as the looks are frequent.
 *
 * @param before what was added up so far, by whoever watched before
 * @param startedAt when this watching begins (ms since 1970)
 * @returns tells a look's status and time, and gets the milliseconds by status
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
