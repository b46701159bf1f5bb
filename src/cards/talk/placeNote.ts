import type { PlaceNote } from '../../questions/question.ts';
import type { Texts } from '../../texts/texts.ts';
import { signInFirstText } from '../signIn/signInFirstText.ts';

/**
 * What is said where others read about a question that its asker alone has to do with.
 *
 * @param isPrivate whether its answer comes to the asker's own chat
 */
export function placeNote(says: PlaceNote, isPrivate: boolean, texts: Texts): string {
  switch (says) {
    case 'private':
    case 'closed':
      return texts.lastAnswer.placeNote[says];
    case 'sign-in':
      return signInFirstText({ hasChat: true, isPrivate }, texts);
    case 'sign-in-closed':
      return signInFirstText({ hasChat: false, isPrivate }, texts);
  }
}
