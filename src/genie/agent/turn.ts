import { type Item, keyOf } from './item.ts';
import type { Ending } from './readAgentEvents.ts';
import { inputSuffix } from './toItem.ts';

/** A question in agent mode, and what came of it so far. */
export interface Turn {
  question: string;
  createdAt?: number;
  /** Oldest first, without the question. */
  items: readonly Item[];
  /** Absent: the agent is at work. */
  ending?: Ending;
}

/** More than any report takes. */
const mostItems = 1_000;

/**
 * Keeps the latest state of each item: the same one comes when it's begun, as it changes, when it's done, and with all
 * others at the end. What is done stays as it is.
 */
export function createItemKeeper() {
  const byKey = new Map<string, Item>();
  const done = new Set<string>();
  return {
    add(item: Item, isDone: boolean): void {
      const key = keyOf(item);
      if (done.has(key) || (byKey.size >= mostItems && !byKey.has(key))) return;
      byKey.set(key, isDone || item.state !== 'done' ? item : { ...item, state: 'running' });
      if (isDone) done.add(key);
    },
    /** Oldest first. */
    items: (): Item[] => [...byKey.values()],
  };
}

/** The ID of a response, by its question. */
export function responseIdOf({ id }: Item): string {
  return id.endsWith(inputSuffix) ? id.slice(0, -inputSuffix.length) : id;
}

/** The turn of a response among a conversation's items, oldest first; `undefined` if its question isn't among them. */
export function findTurn(items: readonly Item[], responseId: string): Turn | undefined {
  const start = items.findIndex(
    (item) => item.kind === 'question' && responseIdOf(item) === responseId,
  );
  const asked = items[start];
  if (asked?.kind !== 'question') return undefined;
  const length = items.slice(start + 1).findIndex(({ kind }) => kind === 'question');
  const end = length === -1 ? undefined : start + 1 + length;
  const keeper = createItemKeeper();
  for (const item of items.slice(start + 1, end)) keeper.add(item, true);
  const { text: question, createdAt } = asked;
  const turn = { question, ...(createdAt && { createdAt }), items: keeper.items() };
  const ending = endingOf(turn.items);
  return ending ? { ...turn, ending } : turn;
}

/**
 * How a turn ended, as far as its items tell: the API has no call that says so. A turn ends with its report or an error:
 * there is always something else after a text that comes in between. An agent that has just said that and hasn't begun
 * the next step looks the same, so who waits has to look twice.
 */
function endingOf(items: readonly Item[]): Ending | undefined {
  if (items.some(({ state }) => state === 'running')) return undefined;
  const last = items.at(-1);
  if (last?.state === 'cancelled') return { how: 'cancelled' };
  if (last?.kind === 'error') return { how: 'failed', error: last };
  return last?.kind === 'report' ? { how: 'completed' } : undefined;
}
