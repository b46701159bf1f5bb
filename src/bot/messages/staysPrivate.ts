import { isReadByOthers, type Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** Whether an answer must not be shown in a place, because others read there what only its asker is to see. */
export function staysPrivate({ isPrivate }: Question, place: Place): boolean {
  return isPrivate === true && isReadByOthers(place);
}

/** What its asker is told instead. */
export const onlyInOwnChat =
  'That answer is in our chat, where only you can see it. Please do that there.';
