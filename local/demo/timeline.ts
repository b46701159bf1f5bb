/** One stage of a message: its status, and how many milliseconds it lasts. The last stage remains. */
export interface Stage {
  status: string;
  ms: number;
}

const terminal = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'QUERY_RESULT_EXPIRED']);

/** The stages of an answered question, each `stageMs` long: six before the last with SQL, four without. */
export function answeredTimeline(stageMs: number, withSql: boolean): Stage[] {
  const thinking = ['SUBMITTED', 'FETCHING_METADATA', 'FILTERING_CONTEXT', 'ASKING_AI'];
  const statuses = withSql ? [...thinking, 'PENDING_WAREHOUSE', 'EXECUTING_QUERY'] : thinking;
  return [...statuses, 'COMPLETED'].map((status) => ({ status, ms: stageMs }));
}

/** The status after `elapsed` milliseconds. */
export function statusAfter(timeline: readonly Stage[], elapsed: number): string {
  let end = 0;
  for (const { status, ms } of timeline) {
    end += ms;
    if (elapsed < end) return status;
  }
  return timeline.at(-1)?.status ?? 'SUBMITTED';
}

/** Whether Genie is done with a message of this status; an unknown status means it isn't. */
export function isTerminal(status: string): boolean {
  return terminal.has(status);
}
