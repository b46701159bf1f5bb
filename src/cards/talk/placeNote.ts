import type { PlaceNote } from '../../questions/question.ts';
import { signInFirstText } from '../signIn/signInFirstText.ts';

/**
 * What is said where others read about a question that its asker alone has to do with.
 *
 * @param isPrivate whether its answer comes to the asker's own chat
 */
export function placeNote(says: PlaceNote, isPrivate: boolean): string {
  switch (says) {
    case 'private':
      return 'I’ll answer in our chat, where only you can see it.';
    case 'closed':
      return 'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.';
    case 'sign-in':
      return signInFirstText(true, isPrivate);
    case 'sign-in-closed':
      return signInFirstText(false, isPrivate);
  }
}
