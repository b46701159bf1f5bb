import { tablePageCard } from '../../cards/answer/tablePageCard.ts';
import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { activityIdsOf, findAnswered } from '../../questions/answered/findAnswer.ts';
import { answerKeyOf, sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { readAgain } from '../messages/readAgain.ts';
import { canUpdate, cardChannelOf } from '../place.ts';
import { sendFitting } from '../sending/sendFitting.ts';

/**
 * Shows other rows of a table, read from Genie anew: in the same card where the channel can update it and it shows this
 * answer, else in a message of their own.
 *
 * @param clickedId the activity whose button was clicked
 */
export async function turnPage(
  { answer: answerKey, table: attachmentId, from }: Extract<CardSubmit, { action: 'page' }>,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  const { channel, genie, questions } = deps;
  const question = await findAnswered({ answerKey, sessionId: sessionIdOf(place) }, questions);
  if (question === undefined) {
    const text = 'The rows cannot be shown here: only who asked may turn the pages, for a while.';
    await channel.post(place, { text });
    return;
  }
  const answer = await readAgain(question, genie);
  const table = answer.tables.find((each) => each.attachmentId === attachmentId);
  if (table === undefined || from >= table.rows.length) {
    await channel.post(place, { text: 'There are no more rows.' });
    return;
  }
  const shownIn = clickedId ?? question.answerActivityId;
  // The click's client says where it was; nothing but this very answer may be put in another's place.
  if (canUpdate(place) && shownIn && activityIdsOf(question).includes(shownIn)) {
    const page = { attachmentId, from };
    await sendFitting(
      (maxBytes) => answerMessage(question, answer, deps, { page, maxBytes }),
      (message) => channel.update(place, shownIn, message),
    );
    return;
  }
  const { locale } = question.place;
  const page = tablePageCard(table, {
    channel: cardChannelOf(place),
    answerKey: answerKeyOf(question),
    from,
    ...(locale && { locale }),
  });
  await channel.post(place, page);
}
