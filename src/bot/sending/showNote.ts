import { placeNote } from '../../cards/talk/placeNote.ts';
import type { PlaceNote, Question } from '../../questions/question.ts';
import type { Channel } from '../ports.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';
import { updateOrPost } from './updateOrPost.ts';

/** Says, in reply to a private question, where its answer will be; what was said before is replaced. */
export async function showNote(
  { place, note, isPrivate }: Pick<Question, 'place' | 'note' | 'isPrivate'>,
  says: PlaceNote,
  { channel, ...settings }: ReadingSettings & { channel: Channel },
): Promise<string> {
  const text = placeNote(says, isPrivate === true, readerOf(place, settings).texts);
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
