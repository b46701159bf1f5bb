import type { Answer, AnswerTable } from '../../answers/answer.ts';
import { textElements } from '../markdown/textElements.ts';
import { askAction, questionButtons } from '../parts/actions.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { fitToSize } from '../parts/fitToSize.ts';
import { hiddenNote } from '../parts/hiddenNote.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText, richText } from '../parts/richText.ts';
import { answerActions } from './answerActions.ts';
import { answerSummary } from './answerSummary.ts';
import { answerWords } from './answerWords.ts';
import { footerText } from './footerText.ts';
import { saysFigure } from './saysFigure.ts';
import { tableSection } from './tableSection.ts';
import type { AnswerView } from './view.ts';

/** Teams marks the message as written by AI. There must be only one such entity. */
const aiLabel = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

const feedbackLoop = { type: 'default' } as const;

const startedAnewNotes = {
  identity: 'This is a new conversation: the one before was asked with other rights.',
  'conversation-gone': 'Genie no longer has our earlier conversation, so this is a new one.',
  idle: 'It’s been a while, so this is a new conversation.',
};

/** The answer as one message that fits: texts first, then the tables, suggestions, thumbs and small print. */
export function answerCard(answer: Answer, view: AnswerView): OutgoingMessage {
  const build = (limits: CardLimits): OutgoingMessage => ({
    ...createMessage(
      view.channel,
      answerBody(answer, view, limits),
      answerSummary(answer),
      answerWords(answer, view.question),
    ),
    ...(view.channel === 'teams' && {
      entities: [aiLabel],
      ...(view.feedback && isRateable(answer) && { channelData: { feedbackLoop } }),
    }),
  });
  return fitToSize(build, view.maxBytes);
}

function answerBody(answer: Answer, view: AnswerView, limits: CardLimits): CardElement[] {
  const { tables, texts, questionBack } = answer;
  const hidden = tables.length - limits.tables;
  const isSummedUp = texts.some(saysFigure);
  return [
    ...askedElements(view),
    ...(view.startedAnew ? [noteText(startedAnewNotes[view.startedAnew])] : []),
    ...(isEmpty(answer) ? emptyElements(view) : []),
    ...textElements(texts, limits.textLength),
    ...tables
      .slice(0, limits.tables)
      .flatMap((table, index) =>
        tableSection(table, { ...view, ...pageOf(table, view), limits, index, isSummedUp }),
      ),
    ...hiddenNote(hidden, 'more table', 'more tables'),
    ...(questionBack ? textElements([questionBack], limits.textLength) : []),
    ...suggestionElements(answer, view),
    ...(isRateable(answer) && !view.isShared ? [answerActions(view)] : []),
    noteText(footerText(answer, view)),
  ];
}

/** In the asker's own chat, the answer isn't below its question. */
function askedElements({ askedIn, question }: AnswerView): CardElement[] {
  if (!askedIn || question === '') return [];
  return [noteText(`You asked in the ${askedIn}: “${clipLine(question, 200)}”`)];
}

/** Suggestions look like the buttons above them; below a question back they are its answers. */
function suggestionElements(answer: Answer, { channel, askedIn }: AnswerView): CardElement[] {
  const { kind, suggestions } = answer;
  // What is typed or clicked in the asker's own chat continues another conversation.
  if (kind === 'clarification' && askedIn) return [noteText(whereToReply(askedIn, suggestions))];
  const buttons = questionButtons(channel, suggestions);
  return kind === 'answer' && buttons.length > 0 ? [noteText('Ask next'), ...buttons] : buttons;
}

function whereToReply(askedIn: string, suggestions: readonly string[]): string {
  const [example] = suggestions.map((text) => clipLine(text, 80));
  const place = `Please reply in the ${askedIn}`;
  return example ? `${place}, for example “${example}”.` : `${place}.`;
}

function pageOf({ attachmentId }: AnswerTable, { page }: AnswerView): { from?: number } {
  return page?.attachmentId === attachmentId ? { from: page.from } : {};
}

function isEmpty({ tables, texts, questionBack }: Answer): boolean {
  return tables.length === 0 && texts.length === 0 && questionBack === undefined;
}

/** A question back or an empty answer can't be rated as helpful or not. */
function isRateable(answer: Answer): boolean {
  return answer.kind === 'answer' && !isEmpty(answer);
}

function emptyElements({ channel, question }: AnswerView): CardElement[] {
  return [
    richText('Genie didn’t find an answer. Try rephrasing your question.'),
    ...(question
      ? [{ type: 'ActionSet' as const, actions: [askAction(channel, 'Try again', question)] }]
      : []),
  ];
}
