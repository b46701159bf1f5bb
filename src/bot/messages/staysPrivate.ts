import { isReadByOthers, type Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** Whether an answer must not be shown in a place, because others read there what only its asker is to see. */
export function staysPrivate({ isPrivate }: Question, place: Place): boolean {
  return isPrivate === true && isReadByOthers(place);
}
