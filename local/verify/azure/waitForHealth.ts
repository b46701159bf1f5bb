import { parseJson } from '../../../src/common/parseJson.ts';
import { poll } from '../poll.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Trial } from '../trial.ts';

/** New roles can take five minutes to work, a first start one. */
const limitMs = 10 * 60_000;
const everyMs = 2_000;
const requestMs = 60_000;

interface HealthOptions {
  headers?: Record<string, string>;
}

/**
 * Calls an address until it answers 200, and resolves with the body.
 *
 * @throws StepFailed with the last answer if that takes longer than ten minutes
 */
export async function waitForHealth(
  { fetch, clock, signal }: Trial,
  url: string,
  { headers = {} }: HealthOptions = {},
): Promise<unknown> {
  let last = 'no answer';
  const look = async () => {
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(requestMs)]);
      const response = await fetch(url, { headers, signal: limit });
      const body = await response.text();
      if (response.status === 200) return { body: parseJson(body) };
      last = `${response.status} ${body.slice(0, 300)}`.trim();
    } catch (error) {
      signal.throwIfAborted();
      last = error instanceof Error ? error.message : String(error);
    }
    return undefined;
  };
  const found = await poll(look, { clock, signal, everyMs, limitMs });
  if (!found) throw new StepFailed(`${new URL(url).pathname} never answered 200, last: ${last}`);
  return found.body;
}
