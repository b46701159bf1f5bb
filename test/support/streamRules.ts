/** What the rules look at in an activity. */
interface Sent {
  type?: string;
  text?: string;
  entities?: readonly object[];
  channelData?: object;
}

interface Info {
  type?: string;
  streamId?: string;
  streamType?: string;
  streamSequence?: number;
}

/** What a channel makes of a packet. */
export type Verdict =
  /** It begins a stream, goes on with one, or is its last. */
  | { is: 'first' | 'next' | 'last' }
  /** A later one is there. */
  | { is: 'late' }
  | { is: 'refused'; status: number; code: string; message: string };

export interface StreamRules {
  /** Which of a stream's packets an activity is; `undefined`: it belongs to none. */
  infoOf(activity: unknown): Info | undefined;
  /** Decides on a packet, without taking it. */
  judge(conversationId: string, activity: unknown, now: number): Verdict;
  /** A packet arrived. @param id that of a first one */
  take(conversationId: string, activity: unknown, id: string, now: number): void;
  /** Whether an update of this activity is taken. */
  takesUpdate(id: string, now: number): boolean;
  /** The person presses Stop, if there is a stream; returns whether there was. */
  stop(conversationId: string, now: number): boolean;
  /** The IDs of streams that nobody has ended. */
  open(now: number): string[];
  /** What the bot has done that no channel should have to put up with. */
  readonly faults: readonly string[];
}

interface Stream {
  id: string;
  conversationId: string;
  since: number;
  sequence: number;
  sentAt: number;
  streamed: string;
  end?: 'completed' | 'stopped' | 'time-up';
}

const longestMs = 120_000;
const everyMs = 1_000;

/**
 * A channel's rules for streams, as far as they are documented; `next-wave` where they aren't: Teams' are strict, Web
 * Chat's almost none. https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux
 */
export function createStreamRules(
  channel: 'msteams' | 'webchat',
  { isPaced = false }: { isPaced?: boolean } = {},
): StreamRules {
  const streams = new Map<string, Stream>();
  const faults: string[] = [];
  const isTeams = channel === 'msteams';

  const expire = (now: number) => {
    for (const stream of streams.values()) {
      if (isTeams && !stream.end && now - stream.since > longestMs) stream.end = 'time-up';
    }
  };
  const find = (conversationId: string, now: number) => {
    expire(now);
    return [...streams.values()].filter(
      (stream) => stream.conversationId === conversationId && !stream.end,
    );
  };

  function infoOf(activity: unknown): Info | undefined {
    const { entities = [], channelData } = (activity ?? {}) as Sent;
    const entity = entities.find((each) => (each as Info).type === 'streaminfo') as
      | Info
      | undefined;
    const data = channelData as Info | undefined;
    if (entity === undefined && data?.streamType === undefined) return undefined;
    for (const key of ['streamId', 'streamType', 'streamSequence'] as const) {
      if (entity?.[key] !== data?.[key]) faults.push(`entity and channelData differ in ${key}`);
    }
    return entity ?? data;
  }

  function judge(conversationId: string, activity: unknown, now: number): Verdict {
    const info = infoOf(activity);
    const { type, text = '' } = activity as Sent;
    const isLast = info?.streamType === 'final';
    if (!isTeams) return { is: isLast ? 'last' : info?.streamId === undefined ? 'first' : 'next' };
    if (!text && !isLast)
      return refused(400, 'BadRequest', 'Start streaming activities should include text');
    if (info?.streamType === 'informative' && text.length > 1_000) {
      return refused(400, 'BadRequest', 'Informative text too long');
    }
    if (type !== (isLast ? 'message' : 'typing')) return refused(400, 'BadRequest', 'Wrong type');
    if (info?.streamId === undefined) {
      if (info?.streamSequence !== 1)
        return refused(400, 'BadRequest', 'The first packet has number 1');
      const isSecond = find(conversationId, now).length > 0;
      if (isSecond) faults.push('a second stream');
      return isSecond ? notAllowed() : { is: 'first' };
    }
    const stream = streams.get(info.streamId);
    expire(now);
    if (stream === undefined) return notAllowed();
    if (stream.end === 'stopped') return notAllowed('Content stream was canceled by user');
    if (stream.end === 'time-up') {
      return notAllowed('Content stream finished due to exceeded streaming time');
    }
    if (stream.end === 'completed') {
      return notAllowed('Content stream is not allowed on an already completed streamed message');
    }
    if (isLast !== (info.streamSequence === undefined)) {
      return refused(400, 'BadRequest', 'Only the last packet has no number');
    }
    const { streamSequence = 0 } = info;
    if (!isLast && streamSequence <= stream.sequence) {
      faults.push('a late packet');
      return { is: 'late' };
    }
    const isText = isLast || info.streamType === 'streaming';
    if (isText && !text.includes(stream.streamed)) {
      return notAllowed('Request streamed content should contain the previously streamed content');
    }
    if (!isText && stream.streamed) faults.push('informative after text');
    if (isPaced && now - stream.sentAt < everyMs) {
      faults.push(`a packet ${now - stream.sentAt} ms after the one before`);
      return refused(429, 'TooManyRequests', 'API calls quota exceeded');
    }
    return { is: isLast ? 'last' : 'next' };
  }

  return {
    infoOf,
    judge,
    take(conversationId, activity, id, now) {
      const info = infoOf(activity) ?? {};
      const { text = '' } = activity as Sent;
      const known = info.streamId === undefined ? undefined : streams.get(info.streamId);
      if (info.streamId === undefined) {
        streams.set(id, { id, conversationId, since: now, sequence: 1, sentAt: now, streamed: '' });
        return;
      }
      if (known === undefined) return;
      known.sentAt = now;
      known.sequence = info.streamSequence ?? known.sequence;
      if (info.streamType === 'streaming') known.streamed = text;
      if (info.streamType === 'final') known.end ??= 'completed';
    },
    takesUpdate(id, now) {
      expire(now);
      const stream = streams.get(id);
      return stream === undefined || stream.end === 'completed' || stream.end === 'time-up';
    },
    stop(conversationId, now) {
      const found = find(conversationId, now);
      for (const stream of found) stream.end = 'stopped';
      return found.length > 0;
    },
    open(now) {
      expire(now);
      return [...streams.values()].filter(({ end }) => !end).map(({ id }) => id);
    },
    faults,
  };
}

function refused(status: number, code: string, message: string): Verdict {
  return { is: 'refused', status, code, message };
}

function notAllowed(message = 'Content stream is not allowed'): Verdict {
  return refused(403, 'ContentStreamNotAllowed', message);
}
