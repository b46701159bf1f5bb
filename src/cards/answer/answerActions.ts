import type { Answer } from '../../answers/answer.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { ratingActions } from '../parts/ratingActions.ts';
import { submitButton } from '../parts/submitButton.ts';
import { openInDatabricks } from '../source/openInDatabricks.ts';
import { subscriptionActions } from '../subscriptions/subscriptionActions.ts';
import { plainTool, type Tool } from '../tools/tool.ts';
import { toolBar } from '../tools/toolBar.ts';
import type { AnswerView } from './view.ts';

/** What can be done with an answer as a whole. */
export interface AnswerTools {
  /** Shown if there is room. */
  first: readonly Tool[];
  rest: readonly Tool[];
}

/** The row at the end of a card, which is hidden while a table's other buttons need its room. */
export const lastRowId = 'last';

export const noTools: AnswerTools = { first: [], rest: [] };

/**
 * To share a private answer where it was asked, to ask the same question again or to subscribe to it, and to see it in
 * Databricks.
 */
export function answerTools(answer: Answer, view: AnswerView): AnswerTools {
  const { answerKey, askedIn, texts, isShared, isAskedOnce, canSubscribe, run } = view;
  const words = texts.answer;
  const again = submitButton(
    words.askAgain,
    { action: 'again', answer: answerKey },
    { tooltip: words.askAgainTip },
  );
  const subscribe = submitButton(
    texts.subscriptions.buttons.subscribe,
    { action: 'subscribe-form', answer: answerKey },
    { tooltip: texts.subscriptions.buttons.subscribeTip },
  );
  const share =
    askedIn && submitButton(words.share[askedIn], { action: 'share', answer: answerKey });
  return {
    first: share ? [plainTool(share, { isSpare: true })] : [],
    rest: [
      ...(isShared || isAskedOnce ? [] : [plainTool(again)]),
      ...(canSubscribe && !(isShared || isAskedOnce || run) ? [plainTool(subscribe)] : []),
      ...openInDatabricks(answer, view).map((action) => plainTool(action)),
    ],
  };
}

/** What can be done with the subscription that asked, if one did. */
export function runTools(view: AnswerView): Tool[] {
  const { run, question, isShared } = view;
  if (run === undefined || isShared) return [];
  const managed = { id: run.subscriptionId, question };
  return subscriptionActions(managed, view).map((action) => plainTool(action, { isSpare: true }));
}

interface LastRow {
  /** The answer's, unless they are beside its only table. */
  tools: AnswerTools;
  /** What can be done with the subscription that asked, unless it's there. */
  ofRun: readonly Tool[];
  isRateable: boolean;
}

/** The last row: the thumbs, if the channel has none of its own, and what isn't beside the answer's only table. */
export function lastRow(
  { tools: { first, rest }, ofRun, isRateable }: LastRow,
  view: AnswerView,
): CardElement[] {
  const { channel, feedback, answerKey, rating, texts, isShared } = view;
  const hasThumbs = isRateable && feedback && channel !== 'teams' && !isShared;
  const [up, down, ...others] = hasThumbs ? ratingActions(answerKey, texts, rating) : [];
  const thumbs = up && down ? [plainTool(up), plainTool(down)] : [];
  const [row, ...opened] = toolBar(
    {
      id: 'thumbs',
      moreId: 'm',
      // There is no room for both.
      tools: [...(hasThumbs ? thumbs : ofRun), ...first],
      rest: [...others.map((action) => plainTool(action)), ...(hasThumbs ? ofRun : []), ...rest],
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
