import type { Clock } from '../common/clock.ts';
import { AppError, codeOf } from '../common/errors.ts';
import type { KeptTurn, TurnStore } from '../questions/ports.ts';

/** How long storage can be in trouble before it's given up. */
const patienceMs = 60_000;
const tryAgainMs = 250;

/**
 * Changes what is kept of a turn, over changes of others and some trouble with storage.
 *
 * @param change says what the turn is to be; the same means that it is so already
 * @returns the turn as it is kept then
 * @throws AppError `answer-gone`; what `change` throws
 */
export async function changeTurn(
  id: string,
  change: (turn: KeptTurn) => KeptTurn,
  { turns, clock }: { turns: TurnStore; clock: Clock },
  signal?: AbortSignal,
): Promise<KeptTurn> {
  const giveUpAt = clock.now() + patienceMs;
  for (;;) {
    try {
      const current = await turns.get(id);
      if (current === undefined) throw new AppError('answer-gone', 'The turn is no longer kept');
      const next = change(current.value);
      if (next === current.value || (await turns.replace(current, next))) return next;
    } catch (error) {
      if (codeOf(error) !== 'storage' || clock.now() > giveUpAt) throw error;
    }
    await clock.sleep(tryAgainMs, signal);
  }
}
