import type { PlaceNote } from '../../questions/question.ts';

/** What is said where a private question was asked. */
export const placeNotes: Readonly<Record<PlaceNote, string>> = {
  private: 'I’ll answer in our chat, where only you can see it.',
  closed:
    'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.',
};
