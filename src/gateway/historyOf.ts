import type { KeptTurn } from '../questions/ports.ts';

/**
 * What was said before a turn: only what was answered, since an endpoint never heard the rest, or its asker never got the
 * answer. An answer that was asked for again is left out, together with its question, once the newer one is there; and
 * while it's being asked for.
 *
 * @param others the conversation's other turns, oldest first
 */
export function historyOf(others: readonly KeptTurn[], turn: KeptTurn): KeptTurn[] {
  const answered = others.filter(({ reply }) => reply !== undefined);
  const replaced = new Set([...answered, turn].map(({ replaces }) => replaces));
  return answered.filter(({ messageId }) => !replaced.has(messageId));
}
