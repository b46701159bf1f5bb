import { clipLine } from '../../cards/parts/plainText.ts';
import { placeNote } from '../../cards/talk/placeNote.ts';
import type { PlaceNote, Question } from '../../questions/question.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Channel } from '../ports.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';
import { updateOrPost } from './updateOrPost.ts';

const longestName = 100;
const longestWords = 200;

/** Says, in reply to a private question, where its answer will be; what was said before is replaced. */
export async function showNote(
  question: Question,
  says: PlaceNote,
  { channel, ...settings }: ReadingSettings & { channel: Channel },
): Promise<string> {
  const { place, note } = question;
  const text = noteText(question, says, readerOf(place, settings).texts);
  const outgoing = { text, textFormat: 'plain' } as const;
  const { activityId } = note ?? {};
  if (activityId === undefined) return channel.post(place, outgoing);
  let shownIn = activityId;
  await updateOrPost(
    () => channel.update(place, activityId, outgoing),
    async () => {
      shownIn = await channel.post(place, outgoing);
    },
  );
  return shownIn;
}

function noteText(
  { place, isPrivate, text, run }: Question,
  says: PlaceNote,
  texts: Texts,
): string {
  if (!run) return placeNote(says, isPrivate === true, texts);
  const name = clipLine(place.user.name ?? '', longestName);
  return texts.subscriptions.signInFirst({ name, question: clipLine(text ?? '', longestWords) });
}
