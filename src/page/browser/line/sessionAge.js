const hourMs = 3_600_000;

/**
 * How old a session is. The server lets a conversation count for a day, from then on the bot takes nothing from it. Direct
 * Line renews its own tokens for as long as a page is open, so only the page itself can notice.
 */
export function createSessionAge() {
  let since = Date.now();
  const isOver = (hours) => Date.now() - since > hours * hourMs;
  return {
    restart() {
      since = Date.now();
    },
    /** A new one is wanted, with time left to get it. */
    isLate: () => isOver(12),
    /** What is sent now might be too late already, with a clock that isn't quite right. */
    isOver: () => isOver(23),
  };
}
