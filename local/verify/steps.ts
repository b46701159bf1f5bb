import * as z from 'zod/mini';
import type { Clock } from '../../src/common/clock.ts';
import { AzError } from './az/az.ts';
import { showDuration } from './showDuration.ts';
import { StepFailed } from './stepFailed.ts';

export interface StepResult {
  name: string;
  passed: boolean;
  ms: number;
  /** What was seen, or why it failed. */
  note?: string;
}

/** A step that failed, and that all later ones need. It has been said and recorded. */
export class StopError extends Error {
  override readonly name = 'StopError';
}

/** What a step found: for the steps after it, and in words. */
export interface Outcome<T> {
  value: T;
  note?: string;
}

export interface Steps {
  results: readonly StepResult[];
  /**
   * Does a step that all later ones need.
   * @throws StopError if it fails
   */
  need<T>(name: string, work: () => Promise<Outcome<T>>): Promise<T>;
  /** Does a step that the later ones can do without; resolves with `undefined` if it fails. */
  attempt<T>(name: string, work: () => Promise<Outcome<T>>): Promise<T | undefined>;
}

interface StepsOptions {
  clock: Clock;
  say(line: string): void;
  /** Aborted where the person wants to stop: no further step is begun. */
  signal: AbortSignal;
}

/** Does steps one by one, says how each went, and keeps the results. */
export function createSteps({ clock, say, signal }: StepsOptions): Steps {
  const results: StepResult[] = [];

  const attempt = async <T>(name: string, work: () => Promise<Outcome<T>>) => {
    if (signal.aborted) throw new StopError();
    say(`… ${name}`);
    const startedAt = clock.now();
    const end = (passed: boolean, note: string | undefined) => {
      const ms = clock.now() - startedAt;
      results.push({ name, passed, ms, ...(note && { note }) });
      say(`${passed ? '✓' : '✗'} ${name} (${showDuration(ms)})${note ? `: ${note}` : ''}`);
    };
    try {
      const { value, note } = await work();
      end(true, note);
      return { value };
    } catch (error) {
      end(false, signal.aborted ? 'You stopped it.' : inWords(error));
      if (signal.aborted) throw new StopError();
      return undefined;
    }
  };

  return {
    results,
    attempt: async (name, work) => (await attempt(name, work))?.value,
    need: async (name, work) => {
      const done = await attempt(name, work);
      if (!done) throw new StopError();
      return done.value;
    },
  };
}

function inWords(error: unknown): string {
  if (error instanceof StepFailed || error instanceof AzError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error instanceof z.core.$ZodError) {
    // Only where it differs, as the rest could hold a key.
    const places = error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
    return `The answer has another shape than expected, at ${places}.`;
  }
  const cause = error.cause instanceof Error ? `, ${error.cause.message}` : '';
  return `It broke off: ${error.message}${cause}.`;
}
