import type { PlaceNote } from '../../questions/question.ts';
import { signInFirstText } from '../signIn/signInFirstText.ts';

/** What is said where others read about a question that its asker alone has to do with. */
export const placeNotes: Readonly<Record<PlaceNote, string>> = {
  private: 'I’ll answer in our chat, where only you can see it.',
  'sign-in': signInFirstText(true),
  'sign-in-closed': signInFirstText(false),
  closed:
    'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.',
};
