import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { downloadCard } from '../../cards/talk/downloadCard.ts';
import { findAnswered } from '../../questions/answered/findAnswer.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { cardChannelOf } from '../place.ts';

/** Answers a click on a download button with a link, if it was the asker who clicked. */
export async function shareExport(
  { answer, table, format }: Extract<CardSubmit, { action: 'export' }>,
  place: Place,
  { channel, questions, exportLinks }: BotDeps,
): Promise<void> {
  const reference = { answerKey: answer, sessionId: sessionIdOf(place) };
  const question = exportLinks && (await findAnswered(reference, questions));
  if (exportLinks === undefined || question === undefined) {
    const text = 'This table cannot be downloaded here: only who asked may do that, for a while.';
    await channel.post(place, { text });
    return;
  }
  const url = await exportLinks.create({ questionId: question.id, table, format });
  const minutes = exportLinks.lifetimeMs / 60_000;
  const card = downloadCard({ channel: cardChannelOf(place), format, url, minutes });
  await channel.post(place, card);
}
