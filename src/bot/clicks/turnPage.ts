import type { AnswerTable } from '../../answers/answer.ts';
import { answerWords } from '../../cards/answer/answerWords.ts';
import { missingText } from '../../cards/answer/missingText.ts';
import { tablePageCard } from '../../cards/answer/tablePageCard.ts';
import { activityIdsOf } from '../../questions/answered/findAnswer.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import { channelOf } from '../../questions/place.ts';
import type { Texts } from '../../texts/texts.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { readAgain } from '../messages/readAgain.ts';
import { readerOf } from '../readerOf.ts';
import { postCopy } from '../sending/postCopy.ts';
import { sendFitting } from '../sending/sendFitting.ts';
import { updateOrPost } from '../sending/updateOrPost.ts';
import type { AnswerClick } from './answerClick.ts';

/**
 * Shows other rows of a table, read from Genie again: in the clicked card if it shows this answer and the channel can
 * update it, otherwise in a message of their own.
 */
export async function turnPage(
  { submit, question, place, clickedId }: AnswerClick<'page'>,
  deps: BotDeps,
): Promise<void> {
  const { table: attachmentId, from } = submit;
  const { channel } = deps;
  const reader = readerOf(place, deps);
  const answer = await readAgain(question, deps);
  const table = answer.tables.find((each) => each.attachmentId === attachmentId);
  if (table === undefined || from >= table.rows.length) {
    await channel.post(place, { text: noPageText(table, reader.texts) });
    return;
  }
  const shownIn = clickedId ?? question.answerActivityId;
  // The person's client says which message was clicked: it must be one that shows this answer.
  if (channelOf(place).canUpdate && shownIn && activityIdsOf(question).includes(shownIn)) {
    const page = { attachmentId, from };
    await sendFitting(
      (maxBytes) => answerMessage(question, answer, deps, { page, maxBytes }),
      (message) =>
        updateOrPost(
          () => channel.update(place, shownIn, message),
          () => postCopy(question, message, place, deps),
        ),
      reader.texts,
    );
    return;
  }
  const page = tablePageCard(table, {
    ...reader,
    answerKey: answerKeyOf(question),
    from,
    words: answerWords(answer, question.text ?? ''),
  });
  await channel.post(place, page);
}

function noPageText(table: AnswerTable | undefined, texts: Texts): string {
  const { notLoaded, noMoreFromGenie, noMore } = texts.lastAnswer.pages;
  if (table?.error !== undefined) return notLoaded({ reason: missingText(table.error, texts) });
  const hasMore = table && (table.truncated || table.rows.length < table.totalRows);
  return hasMore ? noMoreFromGenie : noMore;
}
