import type { Answer } from '../../answers/answer.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { ratingActions } from '../parts/ratingActions.ts';
import { submitButton } from '../parts/submitButton.ts';
import { openInDatabricks } from '../source/openInDatabricks.ts';
import { plainTool, type Tool } from '../tools/tool.ts';
import { toolBar } from '../tools/toolBar.ts';
import type { AnswerView } from './view.ts';

/** What can be done with an answer as a whole. */
export interface AnswerTools {
  /** Shown if there is room. */
  first: Tool[];
  rest: Tool[];
}

/** The row at the end of a card, which is hidden while a table's other buttons need its room. */
export const lastRowId = 'last';

/** To share a private answer where it was asked, to ask the same question again, and to see it in Databricks. */
export function answerTools(answer: Answer, view: AnswerView): AnswerTools {
  const { answerKey, askedIn, texts, isShared, isAskedOnce } = view;
  const words = texts.answer;
  const again = submitButton(
    words.askAgain,
    { action: 'again', answer: answerKey },
    { tooltip: words.askAgainTip },
  );
  const share =
    askedIn && submitButton(words.share[askedIn], { action: 'share', answer: answerKey });
  return {
    first: share ? [plainTool(share, { isSpare: true })] : [],
    rest: [
      ...(isShared || isAskedOnce ? [] : [plainTool(again)]),
      ...openInDatabricks(answer, view).map((action) => plainTool(action)),
    ],
  };
}

/**
 * The last row: the thumbs, if the channel has none of its own, and the answer's tools, unless those are beside its only
 * table.
 */
export function lastRow(tools: AnswerTools | undefined, view: AnswerView): CardElement[] {
  const { channel, feedback, answerKey, rating, texts, isShared } = view;
  const hasThumbs = feedback && channel !== 'teams' && !isShared;
  const [up, down, ...others] = hasThumbs ? ratingActions(answerKey, texts, rating) : [];
  const thumbs = up && down ? [plainTool(up), plainTool(down)] : [];
  const [row, ...opened] = toolBar(
    {
      id: 'thumbs',
      moreId: 'm',
      tools: [...thumbs, ...(tools?.first ?? [])],
      rest: [...others.map((action) => plainTool(action)), ...(tools?.rest ?? [])],
    },
    view,
  );
  if (row === undefined) return [];
  const placed = { id: lastRowId, separator: true };
  // Hidden together: otherwise, hiding the row would bring it back where More has taken its place.
  return opened.length === 0
    ? [{ ...row, ...placed }]
    : [{ type: 'Container', ...placed, items: [row, ...opened] }];
}
