/**
 * The message in which a question's progress is streamed. Written before what follows is sent. Without an ID it was about
 * to be opened, and may be open: nobody knows its ID, or the channel refused it. The question goes the plain way then.
 */
export interface Stream {
  /** The ID of its first packet's activity. */
  id?: string;
  /** Of its latest packet: 1, 2, … */
  sequence: number;
  /** Since when it is open (ms since 1970). */
  since: number;
  /** Packets showed a part of the answer, which the last one has to contain. */
  hasText?: true;
  /**
   * Absent: it is open. `closing`: its last packet shows progress, and may have arrived. `closed`: it is an ordinary
   * message by now. `stopped`: its asker stopped it, and nothing can change it.
   */
  end?: 'closing' | 'closed' | 'stopped';
}

/** A stream that packets can be added to. */
export type OpenStream = Stream & { id: string };

/** From one packet of a stream to the next, at least: Teams takes one a second. */
export const packetEveryMs = 1_000;

/** Teams ends a stream after two minutes: ours end before. */
export const longestStreamMs = 100_000;

/** The question's stream if a last packet can end it; `undefined` if there is none, or not any longer. */
export function openStreamOf({ stream }: { stream?: Stream }): OpenStream | undefined {
  if (stream?.id === undefined || stream.end === 'closed' || stream.end === 'stopped')
    return undefined;
  return { ...stream, id: stream.id };
}
