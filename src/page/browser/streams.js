// Streams: while an answer is on its way, the bot sends packets of type `typing`, each with the words so far, and in the
// end a `message` with the whole. `channelData` holds `streamType`, the `streamId` (the ID of the first packet, which has
// none itself) and the `streamSequence`. docs/design.md says what Web Chat makes of them.

/** The bot sends something every 20 seconds. Who has been silent for that long won't end the stream. */
const quietMs = 60_000;

/**
 * Has Web Chat show each stream as one bubble whose text changes: also one whose beginning this page hasn't seen, what
 * happens in words, and nothing of what comes too late.
 *
 * @param onChange told whether a stream is open, each time that changes
 * @returns `read`, which makes of an activity what to show, if anything; and `endings`, which gives what ends the streams
 * that nothing comes of any longer
 */
export function createStreams(onChange) {
  const open = new Map();
  const seen = new Set();
  const ended = new Set();

  const close = (streamId) => {
    clearTimeout(open.get(streamId));
    if (open.delete(streamId) && open.size === 0) onChange(false);
  };
  const keepOpen = (streamId) => {
    clearTimeout(open.get(streamId));
    const isFirst = open.size === 0;
    open.set(
      streamId,
      setTimeout(() => close(streamId), quietMs),
    );
    if (isFirst) onChange(true);
  };

  const endings = () =>
    [...open.keys()].map((streamId) => ({
      type: 'message',
      from: { id: 'bot', role: 'bot' },
      text: '',
      channelData: { streamId, streamType: 'final' },
    }));

  const read = (activity) => {
    const { streamType, streamId = activity.id } = activity.channelData ?? {};
    if (!streamType || activity.from?.role !== 'bot') return activity;
    if (streamType === 'final') {
      close(streamId);
      ended.add(streamId);
    } else if (ended.has(streamId)) {
      return undefined;
    } else {
      keepOpen(streamId);
    }
    const isFirst = !seen.has(streamId);
    seen.add(streamId);
    return toShow(activity, streamId, isFirst);
  };
  return { read, endings };
}

/**
 * Web Chat joins what has the stream's ID to the activity whose ID that is, if it has a text, even an empty one. It hides
 * informative packets, which are the ones that say what the bot is doing. A first packet without the stream's ID it takes
 * for part of each other stream that began without one, and moves it there, above earlier answers.
 */
function toShow(activity, streamId, isFirst) {
  const { text = '', type, channelData } = activity;
  const { streamType } = channelData;
  const isEmptyEnd = streamType === 'final' && text === '' && !activity.attachments?.length;
  return {
    ...activity,
    id: isFirst ? streamId : activity.id,
    text,
    // Nothing is left of a stream that ends without a message.
    type: isEmptyEnd ? 'message' : type,
    channelData: {
      ...channelData,
      streamId,
      streamType: streamType === 'informative' ? 'streaming' : streamType,
    },
  };
}
