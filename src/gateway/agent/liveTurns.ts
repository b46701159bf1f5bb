import type { Clock } from '../../common/clock.ts';
import type { LiveTurn } from '../../genie/agent/openTurn.ts';

/** What this process reads right now, for those who asked. */
export interface LiveTurns {
  /** Keeps a response for the one who will wait for it. */
  keep(turn: LiveTurn): void;
  /** Gives it to them, once; `undefined`: nobody here is reading it. */
  take(responseId: string): LiveTurn | undefined;
}

/** Each holds a connection and what came through it. */
const mostTurns = 100;

/** Who asked waits within a moment, unless that falls to another instance. */
const keptMs = 30_000;

export function createLiveTurns(clock: Clock): LiveTurns {
  const turns = new Map<string, { turn: LiveTurn; taken: AbortController }>();
  const remove = (id: string) => {
    const kept = turns.get(id);
    turns.delete(id);
    kept?.taken.abort();
    return kept?.turn;
  };
  return {
    keep(turn) {
      const taken = new AbortController();
      turns.set(turn.responseId, { turn, taken });
      const [oldest = ''] = turns.keys();
      if (turns.size > mostTurns) remove(oldest)?.close();
      const giveUp = () => remove(turn.responseId)?.close();
      void clock.sleep(keptMs, taken.signal).then(giveUp, () => {});
    },
    take: remove,
  };
}
