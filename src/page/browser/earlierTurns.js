// What the server knows of a chat, beside what comes over the line: the turns from before, when this is another Direct
// Line conversation, and answers that arrived in one that has gone.

const askAgainMs = 4000;

/**
 * Shows them each once, and where they belong: Web Chat sorts by a number, which is the time of what comes over the
 * line. An answer stands right behind its question.
 *
 * @param loadTurns resolves with all turns of the chat, the oldest first
 * @param toActivities makes the activities of a turn: the question, and the answer if there is one
 * @param line where to show them
 * @param signal aborted when another chat is shown
 */
export function createEarlierTurns({ loadTurns, toActivities, line, signal }) {
  let timer;

  const show = async () => {
    clearTimeout(timer);
    const turns = await loadTurns();
    if (signal.aborted) return;
    for (const turn of turns) {
      const askedAt = Date.parse(turn.askedAt);
      const parts = toActivities(turn);
      for (const [index, activity] of parts.entries()) {
        line.show(placeAt(activity, askedAt + index / 100));
      }
    }
    if (turns.some(({ state }) => state === 'open')) {
      timer = setTimeout(() => show().catch(later), askAgainMs);
    }
  };
  /** Whoever waits for an answer gets it as soon as the server can be reached. */
  const later = () => {
    if (!signal.aborted) timer = setTimeout(() => show().catch(later), askAgainMs);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return { show };
}

function placeAt(activity, position) {
  return {
    ...activity,
    channelData: { ...activity.channelData, 'webchat:sequence-id': position },
  };
}
