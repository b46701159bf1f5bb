import { failureMessageOf } from '../../bot/messages/failureMessageOf.ts';
import { unreadText } from '../../bot/messages/unreadText.ts';
import { askedAt } from '../../questions/answered/askedAt.ts';
import type { ReadTurn } from '../../questions/chats/readOutcome.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import type {
  TranscriptOutcome,
  TranscriptReader,
  TranscriptTurn,
} from '../transcript/transcript.ts';
import type { TurnDeps } from './turnView.ts';

/** A turn as a file shows it. */
export function toTranscriptTurn(
  read: ReadTurn,
  reader: TranscriptReader,
  deps: TurnDeps,
): TranscriptTurn {
  const { question, text } = read;
  const { run } = question;
  return {
    askedAt: askedAt(question),
    ...(run && { schedule: run.schedule }),
    question: text,
    outcome: outcomeOf(read, reader, deps),
  };
}

function outcomeOf(
  { question, outcome }: ReadTurn,
  { texts, locale }: TranscriptReader,
  deps: TurnDeps,
): TranscriptOutcome {
  switch (outcome.kind) {
    case 'answer': {
      const { answer } = outcome;
      return {
        kind: 'answer',
        answer,
        ...(isEndpoint(question.spaceId) && { isFromEndpoint: true as const }),
      };
    }
    case 'failure': {
      const place = { ...question.place, ...(locale && { locale }) };
      return {
        kind: 'failure',
        text: failureMessageOf({ ...question, place }, deps, outcome.said).summary,
      };
    }
    case 'unread':
      return { kind: 'failure', text: unreadText(outcome.error, question.id, texts, deps) };
    default:
      return { kind: outcome.kind };
  }
}
