/** A chat that was saved as a file. */
export function transcript() {
  return {
    /** Its title, where it has none. */
    untitled: 'Chat',
    /** @param time a moment */
    saved: ({ time }: { time: string }) => `Saved on ${time}`,
    /** In place of a question. */
    unknownQuestion: 'This question is no longer available',
    /** Of a chat with more. */
    onlyNewest: ({ questions }: { questions: number }) =>
      `Only the newest ${questions} questions are in this file.`,
    nothingAsked: 'No questions have been asked in this chat yet.',
    open: 'This question was still in progress when the chat was saved.',
    cancelled: 'This question was cancelled.',
  };
}
