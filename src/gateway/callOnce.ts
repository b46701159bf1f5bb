import { randomUUID } from 'node:crypto';
import type { Clock } from '../common/clock.ts';
import type { Log } from '../common/log.ts';
import { GenieError, mayHaveActed } from '../genie/errors.ts';
import type { KeptTurn, TurnStore } from '../questions/ports.ts';
import { changeTurn } from './changeTurn.ts';

interface CallOnceDeps {
  turns: TurnStore;
  clock: Clock;
  log: Log;
}

/**
 * Makes the call after which something is done that a person allowed. Once it may have begun, it's never made again,
 * whatever was lost: its asker is told that instead. Nothing was done where the endpoint turned the call away.
 *
 * @throws GenieError `endpoint-unsure`; what the call throws
 */
export async function callOnce<T>(
  id: string,
  call: () => Promise<T>,
  deps: CallOnceDeps,
  signal?: AbortSignal,
): Promise<T> {
  await begin(id, deps, signal);
  try {
    return await call();
  } catch (error) {
    signal?.throwIfAborted();
    if (mayHaveActed(error)) throw unsure('The call that was allowed failed', error);
    await takeBack(id, deps);
    throw error;
  }
}

/** Writes down that the call begins, unless it may have begun before. */
async function begin(id: string, deps: CallOnceDeps, signal?: AbortSignal): Promise<void> {
  const begunBy = randomUUID();
  const change = (turn: KeptTurn) => {
    // Written, although storage didn't say so.
    if (turn.begunBy === begunBy) return turn;
    if (turn.begunBy) throw unsure('The owner was killed during the call');
    return { ...turn, begunBy };
  };
  await changeTurn(id, change, deps, signal);
}

/** Best effort: without it, the call isn't made again. */
async function takeBack(id: string, { turns, log }: CallOnceDeps): Promise<void> {
  try {
    const current = await turns.get(id);
    if (current === undefined) return;
    const { begunBy: _not, ...turn } = current.value;
    await turns.replace(current, turn);
  } catch (error) {
    log.warn('turns.notKept', { error });
  }
}

function unsure(message: string, cause?: unknown): GenieError {
  return new GenieError('endpoint-unsure', message, { acted: 'maybe', about: 'bot' }, { cause });
}
