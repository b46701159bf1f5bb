/** Where an answer is, and how it’s shown. */
export function sending() {
  return {
    /** What the progress message becomes. */
    answerBelow: 'Done. The answer is below.',
    /** Below the words of a card. */
    cardAsText: 'This chat didn’t accept the card, so this is its text.',
  };
}
