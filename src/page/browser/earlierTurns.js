// What the server knows of a chat, beside what comes over the line: what was said before, when this is another Direct
// Line conversation, and answers that arrived in one that has gone.

const askAgainMs = 4000;

/**
 * Shows each message once, and where it belongs: Web Chat sorts by a number, which is the time of what comes over the
 * line. Clocks differ, so an answer is never above its question, whatever its time.
 *
 * @param load resolves with `activities`, the oldest first, and `isOpen`: whether an answer is still to come
 * @param line where to show them
 * @param signal aborted when another chat is shown
 */
export function createEarlierTurns({ load, line, signal }) {
  let timer;

  const show = async () => {
    clearTimeout(timer);
    const { activities, isOpen } = await load();
    if (signal.aborted) return;
    let position = 0;
    for (const activity of activities) {
      const known = line.positionOf(activity.id);
      position = known ?? Math.max(Date.parse(activity.timestamp), position + 0.01);
      if (known === undefined) line.show(placeAt(activity, position));
    }
    if (isOpen) showLater();
  };
  /** Who waits for an answer gets it as soon as the server has it and can be reached. */
  const showLater = () => {
    if (!signal.aborted) timer = setTimeout(() => show().catch(showLater), askAgainMs);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return { show: () => show().catch(showLater) };
}

function placeAt(activity, position) {
  return { ...activity, channelData: { ...activity.channelData, 'webchat:sequence-id': position } };
}
