import type { Answer } from '../../answers/answer.ts';
import { checkIdentity } from '../answered/checkIdentity.ts';
import { wordsIn } from '../askerLabel.ts';
import { asAsker } from '../deps.ts';
import type { GenieFailure } from '../ports.ts';
import { endStates, idsOf, type Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';

/** What became of a question, read again. */
export type Outcome =
  | { kind: 'answer'; answer: Answer }
  /** Why it has none is in its row; `said`: what Genie said about it. */
  | { kind: 'failure'; said?: GenieFailure }
  | { kind: 'open' }
  | { kind: 'cancelled' }
  /** There is an answer, which can't be read now. */
  | { kind: 'unread'; error: unknown };

export interface ReadTurn {
  question: Question;
  /** The words; absent: they can't be had now. */
  text?: string;
  outcome: Outcome;
}

type OutcomeDeps = Pick<ChatDeps, 'identities' | 'genie' | 'words'>;

/** Reads from Genie, with its asker's rights, what was asked and answered. Never throws. */
export async function readOutcome(
  question: Question,
  unbound: OutcomeDeps,
  signal: AbortSignal,
): Promise<ReadTurn> {
  const deps = asAsker(question.place, unbound, question.askedAs);
  const kind = kindOf(question);
  try {
    if (kind === 'answer') return await readAnswer(question, deps, signal);
    const isGenies = question.failure?.code === 'genie-failed' && question.messageId;
    if (kind === 'failure' && isGenies) return await readFailure(question, deps, signal);
  } catch (error) {
    const text = deps.words.get(question);
    const outcome = kind === 'answer' ? { kind: 'unread' as const, error } : { kind };
    return { question, ...(text !== undefined && { text }), outcome };
  }
  const text = question.messageId ? await recall(question, deps, signal) : deps.words.get(question);
  return { question, ...(text !== undefined && { text }), outcome: { kind } };
}

type Kind = Exclude<Outcome['kind'], 'unread'>;

/** An answer that the channel didn't take is there all the same. */
function kindOf({ state, failure, messageId }: Question): Kind {
  if (!endStates.has(state)) return 'open';
  const isStuck = failure?.code === 'undeliverable' || failure?.code === 'delivery-unsure';
  if (state === 'delivered' || (isStuck && messageId)) return 'answer';
  return failure?.code === 'cancelled-by-asker' ? 'cancelled' : 'failure';
}

async function readAnswer(
  question: Question,
  deps: OutcomeDeps,
  signal: AbortSignal,
): Promise<ReadTurn> {
  const { message, text } = await readMessage(question, deps, signal);
  const answer = await deps.genie.readAnswer(message, signal);
  return { question, text, outcome: { kind: 'answer', answer } };
}

async function readFailure(
  question: Question,
  deps: OutcomeDeps,
  signal: AbortSignal,
): Promise<ReadTurn> {
  const { message, text } = await readMessage(question, deps, signal);
  const said = deps.genie.explainFailure(message);
  return { question, text, outcome: { kind: 'failure', said } };
}

/** A question's message, and its words, which are remembered if its row has forgotten them. */
async function readMessage(question: Question, deps: OutcomeDeps, signal: AbortSignal) {
  await checkIdentity(question, deps);
  const message = await deps.genie.getMessage(idsOf(question), signal);
  if (question.text !== undefined) return { message, text: question.text };
  const text = wordsIn(message.content, question);
  deps.words.note(question.id, text);
  return { message, text };
}

/** What isn't theirs to read isn't recalled either. */
async function recall(question: Question, deps: OutcomeDeps, signal: AbortSignal) {
  try {
    await checkIdentity(question, deps);
  } catch {
    return undefined;
  }
  return deps.words.recall(question, deps.genie, signal);
}
