import type { ApprovalRequest, Citation } from '../answers/answer.ts';
import type { Rating } from '../genie/types.ts';
import type { Decision, Said } from '../questions/ports.ts';

/** How an endpoint wants to be called: with `input` (the Responses API) or with `messages`. */
export type Family = 'responses' | 'chat';

/** A model serving endpoint, as far as it matters here. */
export interface Endpoint {
  name: string;
  family: Family;
  /** It can answer now: a scaled-down endpoint has to start first. */
  isReady: boolean;
}

/** What was said before, and the question to answer, oldest first. */
export interface Turn {
  /** What the person said. */
  question: string;
  /** What they said to the request for approval in the answer before. */
  decision?: Decision | undefined;
  /** Absent: it's the one to answer. */
  answer?: Reply | undefined;
}

/** All that an endpoint answered to one turn. Nothing rests at the endpoint: who needs it again keeps this. */
export interface Reply {
  /** Markdown. A supervisor's last message: those before it are progress. */
  text: string;
  citations?: Citation[];
  approval?: ApprovalRequest;
  /** Of MLflow, with which the answer can be rated. */
  traceId?: string;
}

/** One call of an endpoint. */
export interface Invocation {
  name: string;
  /** Trimmed from the oldest on to what an endpoint takes. */
  turns: readonly Turn[];
  conversationId: string;
  /** Tells people apart without naming them. */
  userKey?: string;
}

/** Databricks' model serving. Errors are `GenieError`s. Nothing is retried in here. */
export interface ServingClient {
  /** Remembered for a while. */
  describe(name: string, signal?: AbortSignal): Promise<Endpoint>;
  /** Asks and reads the streamed answer to its end. @param onSaid told the answer as it grows */
  invoke(
    invocation: Invocation,
    onSaid: (said: Said) => void,
    signal?: AbortSignal,
  ): Promise<Reply>;
  /** Adds a person's rating to an answer's trace. */
  rate(traceId: string, rating: Rating, comment: string | undefined, rater: string): Promise<void>;
}
