import { editedCard } from '../../cards/talk/editedCard.ts';
import { questionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { isTooLong, questionTooLong } from '../people/tooLong.ts';
import { cardChannelOf } from '../place.ts';
import { isQuestion } from './isQuestion.ts';
import { readText } from './readText.ts';

/** Offers to ask the new version of a question that was edited after it was asked. Other edits are ignored. */
export async function noticeEdit(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  const asked = await deps.questions.get(questionIdOf(place, activity.id ?? ''));
  const text = readText(activity);
  const before = asked?.value.text;
  if (before === undefined || text === '' || text === before || !isQuestion(text)) return;
  if (!(await isWithinLimit(place, deps))) return;
  const message = isTooLong(text)
    ? { text: questionTooLong }
    : editedCard(cardChannelOf(place), text);
  await deps.channel.post(place, message);
}
