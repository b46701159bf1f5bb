import { editedCard } from '../../cards/talk/editedCard.ts';
import { questionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isTooLong, questionTooLong } from '../people/tooLong.ts';
import { readerOf } from '../readerOf.ts';
import { actOnce } from '../sending/actOnce.ts';
import { readText } from '../text/readText.ts';
import { isQuestion } from './isQuestion.ts';

/**
 * Offers to ask the new version of a question that was edited after it was asked: once for each text, however often the
 * channel repeats the edit. Other edits are ignored, and so is what isn't one: a message that was deleted comes back.
 */
export async function noticeEdit(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  const { eventType = edit } = activity.channelData ?? {};
  if (eventType.toLowerCase() !== edit) return;
  const asked = await deps.questions.get(questionIdOf(place, activity.id ?? ''));
  const text = readText(activity);
  const before = asked?.value.text;
  if (before === undefined || text === '' || text === before || !isQuestion(text)) return;
  const reader = readerOf(place, deps);
  const message = isTooLong(text)
    ? { text: questionTooLong(reader.texts) }
    : editedCard(reader, text);
  const occasion = `${activity.id} ${text}`;
  await actOnce(
    place,
    deps,
    { action: 'edit' },
    async () => {
      await deps.channel.post(place, message);
    },
    occasion,
  );
}

const edit = 'editmessage';
