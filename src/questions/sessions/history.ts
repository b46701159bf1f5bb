import { askedAt, byAskedAt } from '../answered/askedAt.ts';
import { findAnswered } from '../answered/findAnswer.ts';
import { isShown } from '../answered/isShown.ts';
import { recallText } from '../answered/recallText.ts';
import type { QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import { answerKeyOf, sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Genie, QuestionStore, SessionStore } from '../ports.ts';
import { endStates, type Question } from '../question.ts';
import type { Session } from '../session.ts';

/** A Genie conversation that one person had in one place, put together from their questions. */
export interface PastConversation {
  id: string;
  spaceId: string;
  /** Whose it is: a person's key. Absent: the bot's. */
  askedAs?: string;
  /** The key of its newest answer, by which a card refers to the conversation. */
  answerKey: string;
  /** Genie's newest message in it. */
  lastMessageId: string;
  /** Oldest first. */
  questions: Question[];
  /** Milliseconds since 1970. */
  lastAt: number;
  /** Whether one of its questions is still being answered. */
  isBusy: boolean;
}

/** What lists a person's conversations. */
export type HistoryDeps = Pick<QuestionDeps, 'clock' | 'sessionIdleMs'> & {
  questions: Pick<QuestionStore, 'listAll'>;
};

/**
 * The conversations in a person's history, newest first, without deleted ones. Those with endpoints are over with their
 * session: nobody keeps what was said there.
 */
async function listConversations(
  { id, forgottenAt = 0 }: Pick<Session, 'id' | 'forgottenAt'>,
  { questions, clock, sessionIdleMs }: HistoryDeps,
): Promise<PastConversation[]> {
  const all = await questions.listAll(id);
  const known = all.filter((question) => isShown(question) && askedAt(question) > forgottenAt);
  return keepConversations(known.sort(byAskedAt), { clock, sessionIdleMs });
}

/** The conversations that some questions, oldest first, are from, without those that are over. */
export function keepConversations(
  questions: readonly Question[],
  { clock, sessionIdleMs }: Omit<HistoryDeps, 'questions'>,
): PastConversation[] {
  const isKept = ({ spaceId, lastAt }: PastConversation) =>
    !isEndpoint(spaceId) || lastAt + sessionIdleMs > clock.now();
  return groupByConversation(questions).filter(isKept);
}

/** Groups questions, oldest first, by their Genie conversation. */
export function groupByConversation(questions: readonly Question[]): PastConversation[] {
  const byId = new Map<string, PastConversation>();
  for (const question of questions) {
    const { conversationId, messageId, spaceId, conversationDeleted } = question;
    if (!conversationId || !messageId || !spaceId || conversationDeleted) continue;
    const known = byId.get(conversationId);
    byId.delete(conversationId);
    byId.set(conversationId, {
      id: conversationId,
      spaceId,
      ...(question.askedAs && { askedAs: question.askedAs }),
      answerKey: answerKeyOf(question),
      lastMessageId: messageId,
      questions: [...(known?.questions ?? []), question],
      lastAt: askedAt(question),
      isBusy: (known?.isBusy ?? false) || !endStates.has(question.state),
    });
  }
  return [...byId.values()].reverse();
}

/** The conversation that an answer belongs to, if it is the place's user's and still exists. */
export async function findConversation(
  answerKey: string,
  place: Place,
  deps: HistoryDeps & { sessions: SessionStore; questions: QuestionStore },
): Promise<PastConversation | undefined> {
  const { sessions, questions } = deps;
  const sessionId = sessionIdOf(place);
  const question = await findAnswered({ answerKey, sessionId }, questions);
  if (question === undefined) return undefined;
  const session = (await sessions.get(sessionId))?.value ?? { id: sessionId };
  const all = await listConversations(session, deps);
  return all.find(({ id }) => id === question.conversationId);
}

/** The title of a conversation: its first question. */
export async function titleOf(
  { questions: [first] }: PastConversation,
  genie: Pick<Genie, 'getMessage'>,
): Promise<string> {
  return (first && (await recallText(first, genie))) ?? 'Conversation';
}
