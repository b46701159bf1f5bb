import type { Clock } from '../common/clock.ts';
import { withTimeLimit } from '../common/timeLimit.ts';
import { GenieError, isNoAnswer } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { reachSpace } from './reachSpace.ts';

/** A healthy Genie takes a few hundred milliseconds. */
const patienceMs = 5_000;

/** One answer is enough: where one call in three fails, Genie isn't down. */
const tries = 3;
const pauseMs = 400;

/**
 * Finds out whether Genie answers, by calls that change nothing, one after the other. A refusal is an answer, too.
 *
 * @param spaceId `undefined`: any space will do
 * @throws what `isNoAnswer` recognizes if it doesn't; the signal's reason when that aborts
 */
export async function probeGenie(
  once: Pick<GenieClient, 'getSpace' | 'listSpaces'>,
  spaceId: string | undefined,
  clock: Clock,
  signal?: AbortSignal,
): Promise<void> {
  const reach = async (limit: { signal: AbortSignal; isOver: boolean }) => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await reachSpace(once, spaceId, limit.signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (limit.isOver) throw toTimeout(error);
        if (!isNoAnswer(error)) return;
        if (tried === tries) throw error;
      }
      await clock.sleep(pauseMs, signal);
    }
  };
  await withTimeLimit(patienceMs, reach, signal);
}

function toTimeout(cause: unknown): GenieError {
  const message = `Genie did not answer a probe within ${patienceMs} ms`;
  return new GenieError('genie-timeout', message, { acted: 'no' }, { cause });
}
