import type { AnswerTable } from '../../answers/answer.ts';
import { buttonRows } from '../parts/buttonRow.ts';
import { fitToSize } from '../parts/fitToSize.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { tableContent, titleElements } from './tableContent.ts';

export interface TablePageView extends Reader {
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** The index of the first row to show. */
  from: number;
  /** The texts that tell in which direction the answer is read; absent: the table's title. */
  words?: readonly string[];
}

/** Some rows of a table in a message of their own, for channels that can't update a message. */
export function tablePageCard(table: AnswerTable, view: TablePageView): OutgoingMessage {
  return fitToSize((limits) => {
    const { elements, actions } = tableContent(table, { ...view, limits });
    const body = [...titleElements(table), ...elements, ...buttonRows(view.channel, actions)];
    return createMessage(
      view.channel,
      body,
      clipLine(table.title ?? view.texts.table.moreRows, 200),
      view.words,
    );
  });
}
