import { randomUUID } from 'node:crypto';
import type { Clock } from '../common/clock.ts';
import { AppError, codeOf } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { GenieError, mayHaveActed } from '../genie/errors.ts';
import type { TurnStore } from '../questions/ports.ts';

/** How long storage can be in trouble before the call isn't made. */
const patienceMs = 60_000;
const tryAgainMs = 250;

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
async function begin(id: string, { turns, clock }: CallOnceDeps, signal?: AbortSignal) {
  const begunBy = randomUUID();
  const giveUpAt = clock.now() + patienceMs;
  for (;;) {
    try {
      const current = await turns.get(id);
      if (current === undefined) throw new AppError('answer-gone', 'The turn is no longer kept');
      // Written, although storage didn't say so.
      if (current.value.begunBy === begunBy) return;
      if (current.value.begunBy) throw unsure('The owner was killed during the call');
      if (await turns.replace(current, { ...current.value, begunBy })) return;
    } catch (error) {
      if (codeOf(error) !== 'storage' || clock.now() > giveUpAt) throw error;
    }
    await clock.sleep(tryAgainMs, signal);
  }
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
