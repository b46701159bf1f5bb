import type { QueryResult } from '../types.ts';

/** One step of a turn, or what it led to. Items of kinds that are newer than this client are left out. */
export type Item = { id: string; state: ItemState; createdAt?: number } & (
  | { kind: 'question'; text: string }
  /** What the agent thinks; Markdown. */
  | { kind: 'reasoning'; text: string }
  | { kind: 'query'; callId: string; sql: string; title?: string }
  /** What a query gave: its title and a Markdown table. */
  | { kind: 'result'; callId: string; text: string }
  | { kind: 'report'; parts: ReportPart[] }
  /** What went wrong, in the system's words. */
  | { kind: 'error'; type: string; text: string }
);

export type ItemState = 'running' | 'done' | 'cancelled';

/** A part of a report: prose, or a query's rows. */
export interface ReportPart {
  /** Markdown. Of a part with rows it is what the rows are told by. */
  text: string;
  sql?: string;
  title?: string;
  rows?: QueryResult;
  citations: { title: string; url?: string }[];
}

/** By what an item is told from others: the same one comes several times. */
export function keyOf({ kind, id }: Item): string {
  return `${kind}:${id}`;
}
