import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import type { LiveTurn } from '../../genie/agent/openTurn.ts';
import type { Ending } from '../../genie/agent/readAgentEvents.ts';
import type { Turn } from '../../genie/agent/turn.ts';
import { isRouteRefused } from './agentRefusal.ts';

/** From one sign of life to the next, at most, and from one look at the items to the next. */
const pauseMs = 2_500;

/** An open connection that was silent for so long might be dead: the items tell. Steps take about ten seconds. */
const silentMs = 20_000;

/** What has just been asked might not be in the list yet. */
const lagMs = 15_000;

export type EndedTurn = Turn & { ending: Ending };

export interface Following {
  clock: Clock;
  /** The response as this process reads it, if it does. */
  live: LiveTurn | undefined;
  /** Reads it from the conversation's items. */
  read(signal?: AbortSignal): Promise<Turn | undefined>;
  /** Told how far it is at every sign of life. */
  onTurn(turn: Pick<Turn, 'items'>): void;
}

/**
 * Follows a response until it ends: through its stream while that is open, and by its items from there on. `undefined`
 * if it hasn't ended at `until` (ms since 1970).
 *
 * @throws GenieError at the first look at the items that fails; the signal's reason
 */
export async function followTurn(
  { clock, live, read, onTurn }: Following,
  until: number,
  signal?: AbortSignal,
): Promise<EndedTurn | undefined> {
  const startedAt = clock.now();
  let looked: Turn | undefined;
  /** How many items there were when it first looked as if it had ended. */
  let settled: number | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal?.throwIfAborted();
    if (live?.ending) {
      const { question, items, ending } = live;
      return { question, items, ending };
    }
    const isOpen = live !== undefined && !live.isCut;
    const isSilent = isOpen && clock.now() - Math.max(live.heardAt, lookedAt) >= silentMs;
    if (!isOpen || isSilent) {
      lookedAt = clock.now();
      looked = await look(read, { mayLag: lookedAt - startedAt < lagMs, isOpen }, signal);
      if (hasEnded(looked)) {
        if (settled === looked.items.length) return looked;
        settled = looked.items.length;
      } else {
        settled = undefined;
      }
    }
    const items = [live?.items ?? [], looked?.items ?? []];
    onTurn({ items: items.sort((one, other) => other.length - one.length)[0] ?? [] });
    // What looks as if it had ended is looked at once more, however late it is.
    const leftMs = settled === undefined ? until - clock.now() : pauseMs;
    if (leftMs <= 0) return undefined;
    await nextChange(live, clock, Math.min(pauseMs, leftMs), signal);
  }
}

function hasEnded(turn: Turn | undefined): turn is EndedTurn {
  return turn?.ending !== undefined;
}

/** A look at the items. Where they can't be had and the stream is open, that has to do. */
async function look(
  read: Following['read'],
  { mayLag, isOpen }: { mayLag: boolean; isOpen: boolean },
  signal: AbortSignal | undefined,
): Promise<Turn | undefined> {
  try {
    return await read(signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (mayLag && codeOf(error) === 'conversation-gone') return undefined;
    if (isOpen && isRouteRefused(error)) return undefined;
    throw error;
  }
}

async function nextChange(
  live: LiveTurn | undefined,
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const over = new AbortController();
  const limit = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const pause = clock.sleep(ms, limit);
  // A stream that is over doesn't change.
  if (live === undefined || live.isCut) return pause;
  try {
    await Promise.race([pause, live.changed()]);
  } finally {
    over.abort();
    await pause.catch(() => {});
  }
}
