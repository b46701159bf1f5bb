import { signInFirstText } from '../../cards/signIn/signInFirstText.ts';
import type { PlaceNote, Question } from '../../questions/question.ts';
import type { Channel } from '../ports.ts';
import { updateOrPost } from './updateOrPost.ts';

const texts: Readonly<Record<PlaceNote, string>> = {
  private: 'I’ll answer in our chat, where only you can see it.',
  'sign-in': signInFirstText(true),
  'sign-in-closed': signInFirstText(false),
  closed:
    'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.',
};

/** Says, in reply to a private question, where its answer will be; what was said before is replaced. */
export async function showNote(
  { place, note }: Pick<Question, 'place' | 'note'>,
  says: PlaceNote,
  channel: Channel,
): Promise<string> {
  const outgoing = { text: texts[says], textFormat: 'plain' } as const;
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
