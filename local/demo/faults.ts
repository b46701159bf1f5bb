import type { WireAttachment, WireMessageError } from './protocol.ts';
import type { Stage } from './timeline.ts';

/** Which requests a fault is for. A path given as text matches anywhere in the path and query. */
interface RequestMatch {
  method?: string;
  path?: string | RegExp;
  /** How many matching requests; 1 when absent. */
  times?: number;
}

/**
 * What happens to a matching request: a given response; the connection is cut before the request is handled (`drop`),
 * or after it took effect but before a response (`drop-after`); or it is handled after `delay` milliseconds.
 */
type FaultAction =
  | 'drop'
  | 'drop-after'
  | { delay: number }
  | { status: number; headers?: Record<string, string>; body?: unknown };

/** The course of a message, instead of the usual one. Anything left out stays as usual. */
export interface MessageScript {
  statuses?: Stage[];
  /** Attachments without an id get one. */
  attachments?: (Omit<WireAttachment, 'attachment_id'> & { attachment_id?: string })[];
  /** Implies the status FAILED if no statuses are given. */
  error?: WireMessageError;
  /** The whole `statement_response` behind the message's query attachments. */
  statementResponse?: unknown;
}

/** Variants of the wire's shapes that have been seen in the field. All off at first. */
export interface ShapeVariants {
  /** Rows as `data_typed_array`. */
  typedRows: boolean;
  /** Finished messages with `attachments: null`. */
  nullAttachments: boolean;
  /** Texts without `purpose`, as before August 2026. */
  noPurpose: boolean;
  /** Statements that succeeded with `result: null`. */
  nullResult: boolean;
  /** Messages and conversations that carry their legacy `id` only. */
  legacyIds: boolean;
}

/**
 * The response to a question while the conversation's previous one is still running; no public source says what Genie
 * does.
 */
type WhileRunning = 'conflict' | 'bad-request' | 'fail' | 'allow';

/** Makes the demo workspace misbehave, for tests. Everything can be changed at any time. */
export interface Faults {
  /** Applies to the next matching requests, in the order in which the faults were set. */
  next(match: RequestMatch, action: FaultAction): void;
  /** Takes back all faults that `next` has set. */
  clear(): void;
  /** Applies to every later question whose content matches; the latest matching script wins. */
  script(question: string | RegExp, script: MessageScript): void;
  /** From now on the conversation is unknown: 404. */
  expireConversation(id: string): void;
  readonly shapes: ShapeVariants;
  /** Streams break after so many events; `undefined`, as at first: none does. */
  cutAfterEvents: number | undefined;
  /** At first `conflict`: 409. */
  whileRunning: WhileRunning;
}

/** What the server asks the faults. */
export interface FaultSource extends Faults {
  /** The fault for a request; taking it uses it up. */
  take(method: string, path: string): FaultAction | undefined;
  scriptFor(content: string): MessageScript | undefined;
  isExpired(conversationId: string): boolean;
}

/** Faults that are all off. */
export function createFaults(): FaultSource {
  const pending: { match: RequestMatch; action: FaultAction; left: number }[] = [];
  const scripts: { question: string | RegExp; script: MessageScript }[] = [];
  const expired = new Set<string>();
  return {
    shapes: {
      typedRows: false,
      nullAttachments: false,
      noPurpose: false,
      nullResult: false,
      legacyIds: false,
    },
    cutAfterEvents: undefined,
    whileRunning: 'conflict',
    next: (match, action) => {
      pending.push({ match, action, left: match.times ?? 1 });
    },
    clear: () => {
      pending.length = 0;
    },
    script: (question, script) => {
      scripts.unshift({ question, script });
    },
    expireConversation: (id) => {
      expired.add(id);
    },
    take: (method, path) => {
      const fault = pending.find(
        ({ match, left }) =>
          left > 0 &&
          (match.method ?? method).toUpperCase() === method &&
          (match.path === undefined || includes(path, match.path)),
      );
      if (fault === undefined) return undefined;
      fault.left -= 1;
      return fault.action;
    },
    scriptFor: (content) => scripts.find(({ question }) => includes(content, question))?.script,
    isExpired: (conversationId) => expired.has(conversationId),
  };
}

function includes(text: string, part: string | RegExp): boolean {
  return typeof part === 'string' ? text.includes(part) : part.test(text);
}
