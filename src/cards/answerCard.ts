import type { Answer } from '../answers/answer.ts';
import type { Rating } from '../genie/types.ts';
import { askAction, questionButtons } from './actions.ts';
import type { CardElement } from './adaptiveCard.ts';
import { answerSummary } from './answerSummary.ts';
import type { CardLimits } from './cardLimits.ts';
import { fitToSize } from './fitToSize.ts';
import { footerText } from './footerText.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from './outgoingMessage.ts';
import { ratingActions } from './ratingActions.ts';
import { noteText, richText } from './richText.ts';
import { tableSection } from './tableSection.ts';
import { textElements } from './textElements.ts';

/** What a card needs to know besides the answer. */
export interface AnswerView {
  channel: CardChannel;
  /** Opaque; a click brings it back. */
  answerKey: string;
  question: string;
  spaceTitle?: string;
  durationMs: number;
  /** Whether people may rate the answer. */
  feedback: boolean;
  rating?: Rating;
  /** BCP 47. */
  locale?: string;
  /** The most that the message may have, in bytes of UTF-16, where that is less than usual. */
  maxBytes?: number;
  /** The conversation that this answer should have continued was not there any more. */
  startedAnew?: 'conversation-gone' | 'idle';
}

/** Teams marks the message as written by AI. Only one such entity may be there. */
const aiLabel = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

const startedAnewNotes = {
  'conversation-gone':
    'Genie no longer had our earlier conversation, so this answer starts a new one.',
  idle: 'It has been a while, so this answer starts a new conversation.',
};

/** The answer as one message that fits: texts first, then the tables, what to ask next, the thumbs and small print. */
export function answerCard(answer: Answer, view: AnswerView): OutgoingMessage {
  const build = (limits: CardLimits): OutgoingMessage => ({
    ...createMessage(view.channel, answerBody(answer, view, limits), answerSummary(answer)),
    ...(view.channel === 'teams' && { entities: [aiLabel] }),
  });
  return fitToSize(build, view.maxBytes);
}

function answerBody(answer: Answer, view: AnswerView, limits: CardLimits): CardElement[] {
  const { tables, texts, questionBack, suggestions } = answer;
  const hidden = tables.length - limits.tables;
  const isEmpty = tables.length === 0 && texts.length === 0 && questionBack === undefined;
  return [
    ...(view.startedAnew ? [noteText(startedAnewNotes[view.startedAnew])] : []),
    ...(isEmpty ? emptyElements(view) : []),
    ...textElements(texts, limits.textLength),
    ...tables
      .slice(0, limits.tables)
      .flatMap((table, index) => tableSection(table, { ...view, limits, index })),
    ...(hidden > 0 ? [noteText(`Tables not shown here: ${hidden}.`)] : []),
    ...(questionBack ? textElements([questionBack], limits.textLength) : []),
    ...questionButtons(view.channel, suggestions),
    ...(view.feedback && answer.kind === 'answer' && !isEmpty
      ? [ratingActions(view.channel, view.answerKey, view.rating)]
      : []),
    noteText(footerText(answer, view)),
  ];
}

function emptyElements({ channel, question }: AnswerView): CardElement[] {
  return [
    richText(
      'Genie finished without an answer to this question. Asking it in other words may help.',
    ),
    { type: 'ActionSet', actions: [askAction(channel, 'Try again', question)] },
  ];
}
