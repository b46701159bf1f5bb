import { z } from 'zod';
import type { Activity } from '../chat/activity.ts';

const schema = z.object({
  streamType: z.enum(['informative', 'streaming', 'final']),
  /** The ID of the stream's first packet, which has none itself. */
  streamId: z.string().optional(),
});

export type StreamInfo = z.infer<typeof schema>;

/**
 * What an activity says of the stream that it's part of; `undefined` if it's part of none. Teams reads it in an entity,
 * Web Chat in `channelData`.
 */
export function streamInfo({ type, entities = [], channelData }: Activity): StreamInfo | undefined {
  if (type !== 'typing' && type !== 'message') return undefined;
  const entity = entities.find((candidate) => candidate['type'] === 'streaminfo');
  return schema.safeParse(entity ?? channelData).data;
}
