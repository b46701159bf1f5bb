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
  first: Tool[];
  rest: Tool[];
}

/** The row at the end of a card, which is hidden while a table's other buttons need its room. */
export const lastRowId = 'last';

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

/**
 * The last row: the thumbs, if the channel has none of its own, what can be done with the subscription that asked, and
 * the answer's tools, unless those are beside its only table.
 */
export function lastRow(
  tools: AnswerTools | undefined,
  view: AnswerView,
  isRateable: boolean,
): CardElement[] {
  const { channel, feedback, answerKey, rating, texts, isShared } = view;
  const hasThumbs = isRateable && feedback && channel !== 'teams' && !isShared;
  const [up, down, ...others] = hasThumbs ? ratingActions(answerKey, texts, rating) : [];
  const thumbs = up && down ? [plainTool(up), plainTool(down)] : [];
  const ofRun = runTools(view);
  const [row, ...opened] = toolBar(
    {
      id: 'thumbs',
      moreId: 'm',
      tools: [...thumbs, ...(hasThumbs ? [] : ofRun), ...(tools?.first ?? [])],
      rest: [
        ...others.map((action) => plainTool(action)),
        // There is no room for them beside the thumbs.
        ...(hasThumbs ? ofRun : []),
        ...(tools?.rest ?? []),
      ],
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

/** What can be done with the subscription that asked. */
function runTools(view: AnswerView): Tool[] {
  const { run, question, isShared } = view;
  if (run === undefined || isShared) return [];
  const managed = { id: run.subscriptionId, question };
  return subscriptionActions(managed, view).map((action) => plainTool(action, { isSpare: true }));
}
