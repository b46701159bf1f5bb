import type { Answer, AnswerTable } from '../../answers/answer.ts';
import type { Run } from '../../questions/subscription.ts';
import type { Texts } from '../../texts/texts.ts';
import { textElements, textParts } from '../markdown/textElements.ts';
import { askAction, followButtons, questionButtons } from '../parts/actions.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { fitToSize } from '../parts/fitToSize.ts';
import { createMessage, type Origin, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText, richText } from '../parts/richText.ts';
import { runElements } from '../subscriptions/runElements.ts';
import { runSummary } from '../subscriptions/runSummary.ts';
import { answerTools, lastRow, noTools, runTools } from './answerActions.ts';
import { answerSummary } from './answerSummary.ts';
import { answerWords } from './answerWords.ts';
import { approvalElements } from './approvalElements.ts';
import { footerLines } from './footerLines.ts';
import { saysFigure } from './saysFigure.ts';
import { type OnlyTable, tableSection } from './tableSection.ts';
import type { AnswerView } from './view.ts';

/** Teams marks the message as written by AI. There must be only one such entity. */
const aiLabel = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

const feedbackLoop = { type: 'default' } as const;

/** What reads well below an answer; Genie suggests the best first. */
const mostSuggestions = 3;

/** The answer as one message that fits: texts first, then the tables with their tools, suggestions, thumbs, small print. */
export function answerCard(answer: Answer, view: AnswerView): OutgoingMessage {
  const build = (limits: CardLimits): OutgoingMessage => ({
    ...createMessage(
      view.channel,
      answerBody(answer, view, limits),
      summaryOf(answer, view),
      answerWords(answer, view.question),
    ),
    ...(view.channel === 'teams' && {
      entities: [aiLabel],
      ...(view.feedback && isRateable(answer) && { channelData: { feedbackLoop } }),
    }),
  });
  return fitToSize(build, view.maxBytes);
}

function summaryOf(answer: Answer, { run, question, texts }: AnswerView): string {
  const summary = answerSummary(answer, texts);
  return run ? runSummary(question, summary, texts) : summary;
}

function answerBody(answer: Answer, view: AnswerView, limits: CardLimits): CardElement[] {
  const { tables, texts, questionBack } = answer;
  const words = view.texts.answer;
  const hidden = tables.length - limits.tables;
  const isSummedUp = texts.some(saysFigure);
  const { only, last } = toolsOf(answer, view);
  return [
    ...(view.run
      ? runElements(shownRun(view.run, view), view.question, answer, view)
      : askedElements(view)),
    ...(view.startedAnew ? [noteText(words.startedAnew[view.startedAnew])] : []),
    ...(isEmpty(answer) ? emptyElements(view) : []),
    ...inOrder(
      answer,
      view.isTextSent ? [] : textParts(texts, limits.textLength, view.texts),
      tables
        .slice(0, limits.tables)
        .map((table, index) =>
          tableSection(table, { ...view, ...pageOf(table, view), limits, index, isSummedUp }, only),
        ),
    ),
    ...(hidden > 0 ? [noteText(words.hiddenTables({ tables: hidden }))] : []),
    ...(questionBack && !view.isTextSent
      ? textElements([questionBack], limits.textLength, view.texts)
      : []),
    ...approvalElements(answer, view, limits),
    ...suggestionElements(answer, view),
    ...last,
    ...footerLines(answer, view).map(noteText),
  ];
}

/** The tools of an answer: beside its only table they need no row of their own, but for those that Teams has room for. */
function toolsOf(
  answer: Answer,
  view: AnswerView,
): { only: OnlyTable | undefined; last: CardElement[] } {
  const canRate = isRateable(answer);
  const tools = canRate ? answerTools(answer, view) : noTools;
  const ofRun = runTools(view);
  if (answer.tables.length !== 1 || (!canRate && ofRun.length === 0)) {
    return { only: undefined, last: lastRow({ tools, ofRun, isRateable: canRate }, view) };
  }
  const isInRow = view.channel === 'teams';
  const last = lastRow({ tools: noTools, ofRun: isInRow ? ofRun : [], isRateable: canRate }, view);
  const beside = isInRow ? tools : { ...tools, first: [...ofRun, ...tools.first] };
  return { only: { tools: beside, hasLastRow: last.length > 0 }, last };
}

/** The texts with the tables where they belong: behind the texts, unless they come from them. */
function inOrder(
  { texts, tables }: Answer,
  parts: readonly CardElement[][],
  sections: readonly CardElement[][],
): CardElement[] {
  const from = (place: number) =>
    sections.flatMap((section, index) =>
      (tables[index]?.textsBefore ?? texts.length) === place ? section : [],
    );
  return [
    ...texts.flatMap((_, place) => {
      const before = from(place);
      const [first, ...others] = parts[place] ?? [];
      if (first === undefined) return before;
      // The words below a table's buttons aren't about these.
      const apart = before.length > 0 ? { ...first, spacing: 'Medium' as const } : first;
      return [...before, apart, ...others];
    }),
    ...from(texts.length),
  ];
}

/** What comes next continues the answer for its asker alone. */
function shownRun({ tookOver, ...run }: Run, { isShared }: AnswerView): Run {
  return { ...run, ...(tookOver && !isShared && { tookOver }) };
}

/** In the asker's own chat, the answer isn't below its question. */
function askedElements({ askedIn, question, texts }: AnswerView): CardElement[] {
  if (!askedIn || question === '') return [];
  return [noteText(texts.answer.asked[askedIn]({ question: clipLine(question, 200) }))];
}

/** What to ask next stands apart from the tools; below a question back, it is its answers. */
function suggestionElements(
  answer: Answer,
  { channel, askedIn, texts, run, isShared, answerKey }: AnswerView,
): CardElement[] {
  const { kind, suggestions } = answer;
  // What is typed or clicked in the asker's own chat continues another conversation.
  if (kind === 'clarification' && askedIn && !run) {
    return [noteText(whereToReply(askedIn, suggestions, texts))];
  }
  // Those who read a shared answer have no part in its conversation.
  const buttons =
    run && !isShared
      ? followButtons(answerKey, suggestions)
      : questionButtons(channel, suggestions);
  if (kind !== 'answer' || buttons.length === 0) return buttons;
  const heading = richText(texts.answer.askNext, { weight: 'Bolder' });
  return [
    { type: 'Container', separator: true, items: [heading, ...buttons.slice(0, mostSuggestions)] },
  ];
}

function whereToReply(
  askedIn: Origin,
  suggestions: readonly string[],
  { answer: words }: Texts,
): string {
  const [example] = suggestions.map((text) => clipLine(text, 80));
  return example ? words.replyInFor[askedIn]({ example }) : words.replyIn[askedIn];
}

function pageOf({ attachmentId }: AnswerTable, { page }: AnswerView): { from?: number } {
  return page?.attachmentId === attachmentId ? { from: page.from } : {};
}

function isEmpty({ tables, texts, questionBack, approval }: Answer): boolean {
  const isSilent = texts.length === 0 && questionBack === undefined && approval === undefined;
  return tables.length === 0 && isSilent;
}

/** A question back, a request for approval or an empty answer can't be rated as helpful or not. */
function isRateable(answer: Answer): boolean {
  return answer.kind === 'answer' && answer.approval === undefined && !isEmpty(answer);
}

function emptyElements({ channel, question, isAskedOnce, texts }: AnswerView): CardElement[] {
  const { empty, tryAgain } = texts.answer;
  return [
    richText(empty),
    ...(question && !isAskedOnce
      ? [{ type: 'ActionSet' as const, actions: [askAction(channel, tryAgain, question)] }]
      : []),
  ];
}
