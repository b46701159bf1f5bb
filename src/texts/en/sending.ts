/** Where an answer is, and how it’s shown. */
export function sending() {
  return {
    /** What the progress message becomes. */
    answerBelow: 'Done. The answer is below.',
    /** In a channel or group, where others read it. */
    answerInOwnChat: 'I’ll answer in our chat, where only you can see it.',
    cannotReach:
      'I can’t reach you in a chat of our own. Open a chat with me and type “show”, and I’ll answer there, where only you can see it.',
    /** Below the words of a card. */
    cardAsText: 'This chat didn’t accept the card, so this is its text.',
  };
}
