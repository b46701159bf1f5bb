/** Web Chat itself gives a message up after five minutes, and offers to send it again. */
const giveUpMs = 240_000;

/** Direct Line waits 15 seconds for the bot; by then it has said that it took a message, or never will. */
const echoMs = 20_000;

/**
 * Sends each message once, or not at all: what can't go out now waits for the line. Of a message that was on its way
 * when the line broke nobody knows whether it arrived. It has if it comes back over the next line; if it doesn't, the
 * person has to say whether to send it again.
 *
 * @param post resolves with the message's ID, or with `undefined` if nobody knows; rejects if it wasn't taken
 * @param untilOpen resolves when the line is open, and rejects when the time is up
 */
export function createOutbox({ post, untilOpen }) {
  const echoes = new Map();
  const waiting = new Map();

  const untilEchoed = async (clientActivityID) => {
    if (!echoes.has(clientActivityID)) await untilOpen(giveUpMs);
    if (echoes.has(clientActivityID)) return echoes.get(clientActivityID);
    const { promise, resolve, reject } = Promise.withResolvers();
    waiting.set(clientActivityID, resolve);
    setTimeout(() => reject(new Error('Nobody knows whether the message arrived.')), echoMs);
    return promise;
  };

  return {
    async send(activity) {
      await untilOpen(giveUpMs);
      return (await post(activity)) ?? untilEchoed(activity.channelData?.clientActivityID);
    },
    /** Told of everything that comes over the line. */
    note({ id, channelData }) {
      const clientActivityID = channelData?.clientActivityID;
      if (clientActivityID === undefined || id === undefined) return;
      echoes.set(clientActivityID, id);
      waiting.get(clientActivityID)?.(id);
    },
  };
}
