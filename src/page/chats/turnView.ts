import type { BotDeps } from '../../bot/deps.ts';
import { type AnswerMessageDeps, answerMessage } from '../../bot/messages/answerMessage.ts';
import { failureMessageOf } from '../../bot/messages/failureMessageOf.ts';
import { unreadText } from '../../bot/messages/unreadText.ts';
import { readerOf } from '../../bot/readerOf.ts';
import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { askedAt } from '../../questions/answered/askedAt.ts';
import type { ReadTurn } from '../../questions/chats/readOutcome.ts';
import { type Reading, readingOf } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** One question of a chat, and what its owner was told. */
export interface Turn {
  id: string;
  /** ISO 8601. */
  askedAt: string;
  /** Absent: a subscription asked it, so it stands above no answer as something that was said. */
  text?: string;
  activityId?: string;
  state: 'answered' | 'failed' | 'open' | 'cancelled';
  /** As the bot sent it, or would send it now. */
  message?: ShownMessage;
  answerActivityId?: string;
}

type ShownMessage = OutgoingMessage | { type: 'message'; text: string; textFormat: 'plain' };

export type TurnDeps = AnswerMessageDeps & Pick<BotDeps, 'signIn' | 'adminContact' | 'log'>;

const states = {
  answer: 'answered',
  unread: 'answered',
  failure: 'failed',
  open: 'open',
  cancelled: 'cancelled',
} as const;

/** A turn as the page shows it, for who reads it now: what the bot sent is made once more by the same code. */
export async function turnView(read: ReadTurn, reading: Reading, deps: TurnDeps): Promise<Turn> {
  const { question, text = '', outcome } = read;
  const { id, answerActivityId, place } = question;
  const message = await messageOf(read, reading, deps);
  return {
    id,
    askedAt: new Date(askedAt(question)).toISOString(),
    ...(question.run ? {} : { text }),
    ...(place.activityId && { activityId: place.activityId }),
    state: states[outcome.kind],
    ...(message && { message }),
    ...(answerActivityId && { answerActivityId }),
  };
}

async function messageOf(
  { question, text, outcome }: ReadTurn,
  reading: Reading,
  deps: TurnDeps,
): Promise<ShownMessage | undefined> {
  const place = { ...question.place, ...readingOf(reading) };
  // The row has forgotten its words, and what is made here is written nowhere.
  const told: Question = { ...question, place, ...(text !== undefined && { text }) };
  switch (outcome.kind) {
    case 'answer':
      return answerMessage(told, outcome.answer, deps);
    case 'failure':
      return failureMessageOf(told, deps, outcome.said);
    case 'cancelled':
      return failureMessageOf(told, deps);
    case 'unread': {
      const { texts } = readerOf(place, deps);
      const words = unreadText(outcome.error, question.id, texts, deps);
      return { type: 'message', text: words, textFormat: 'plain' };
    }
    case 'open':
      return undefined;
  }
}
