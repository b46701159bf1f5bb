import type { Answer, ApprovalRequest, Citation } from './answer.ts';

export interface TextAnswer {
  /** Markdown. */
  text: string;
  citations?: Citation[] | undefined;
  approval?: ApprovalRequest | undefined;
  /** What it says of data is no older than this (ms since 1970). */
  readAt: number;
}

/** An answer that is one text. */
export function readTextAnswer({ text, citations, approval }: TextAnswer): Answer {
  return {
    kind: 'answer',
    texts: text === '' ? [] : [text],
    tables: [],
    suggestions: [],
    ...(citations && { citations }),
    ...(approval && { approval }),
  };
}
