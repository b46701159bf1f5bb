import type { Clock } from '../../src/common/clock.ts';
import type { Env } from '../../src/config/settings.ts';
import type { Az } from './az/az.ts';

/** One trial in Azure: what its steps work with. */
export interface Trial {
  az: Az;
  fetch: typeof fetch;
  clock: Clock;
  /** Aborted by Ctrl-C. Cleaning up goes on nevertheless. */
  signal: AbortSignal;
  /** Where local files go: packages, queries, the report. */
  folder: string;
  resourceGroup: string;
  /** The bot's `BOT_NAME`, new for each trial: names that Azure keeps for a while can't be in the way. */
  name: string;
  /** What is never printed. A step that learns a secret adds it. */
  secrets: Set<string>;
}

/** Where Genie is, and how the bot signs in. */
export interface Workspace {
  /** Settings of the bot's deployment, the secret among them. */
  settings: Env;
  /** The first question, and one that builds on its answer. */
  question: string;
  followUp: string;
  /** A question that takes its time. */
  slowQuestion: string;
  /** What the answer to the follow-up has to say, if that can be known. */
  expected?: RegExp;
  /** How often a question reached Genie, if that can be found out. */
  countAsked?: (question: string) => Promise<number>;
}
