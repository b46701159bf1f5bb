import { withTimeLimit } from '../common/timeLimit.ts';
import { GenieError, isNoAnswer } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { reachSpace } from './reachSpace.ts';

/** A healthy Genie takes a few hundred milliseconds. */
const patienceMs = 5_000;

/**
 * Finds out whether Genie answers, by a call that changes nothing. A refusal is an answer, too.
 *
 * @param spaceId `undefined`: any space will do
 * @throws what `isNoAnswer` recognizes if it doesn't; the signal's reason when that aborts
 */
export async function probeGenie(
  once: Pick<GenieClient, 'getSpace' | 'listSpaces'>,
  spaceId: string | undefined,
  signal?: AbortSignal,
): Promise<void> {
  const reach = async (limit: { signal: AbortSignal; isOver: boolean }) => {
    try {
      await reachSpace(once, spaceId, limit.signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (limit.isOver) {
        const message = `Genie did not answer a probe within ${patienceMs} ms`;
        throw new GenieError('genie-timeout', message, { acted: 'no' }, { cause: error });
      }
      if (isNoAnswer(error)) throw error;
    }
  };
  await withTimeLimit(patienceMs, reach, signal);
}
