import type { Question } from '../question.ts';
import type { ReadTurn } from './readOutcome.ts';
import { readTurns } from './readTurns.ts';

/** Turns that are read at most. */
const mostTurns = 200;

/** In real time: a file takes longer than a page, but a browser waits no longer than some minutes. */
const budgetMs = 100_000;

/** What the cells of all of them can have. 200 answers of 5,000 rows would take an instance's whole memory. */
const mostCharacters = 25_000_000;

/** What a cell takes beside its text, in memory and in a file. */
const cellCharacters = 16;

/** Read before it's known how much there is. */
const turnsAtOnce = 3;

/** Reads what became of questions: the newest ones, as many as fit in a file, oldest first. Never throws. */
export async function readNewest(
  questions: readonly Question[],
  deps: Parameters<typeof readTurns>[2],
): Promise<ReadTurn[]> {
  const until = performance.now() + budgetMs;
  const left = questions.slice(-mostTurns);
  const turns: ReadTurn[] = [];
  let room = mostCharacters;
  while (left.length > 0 && room > 0) {
    const next = left.splice(-turnsAtOnce);
    const read = await readTurns(next, Math.max(0, until - performance.now()), deps);
    for (const turn of read.reverse()) {
      room -= sizeOf(turn);
      if (turns.length > 0 && room < 0) break;
      turns.push(turn);
    }
  }
  return turns.reverse();
}

function sizeOf({ outcome }: ReadTurn): number {
  if (outcome.kind !== 'answer') return 0;
  let size = 0;
  for (const { rows } of outcome.answer.tables)
    for (const row of rows) for (const cell of row) size += (cell?.length ?? 0) + cellCharacters;
  return size;
}
