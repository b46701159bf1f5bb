import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from './activity.ts';
import { createSnapshotFile, loadSnapshot } from './snapshotFile.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxConversations = 200;
const maxActivities = 500;
/** How long polling clients are still shown that someone is typing. */
const typingMs = 5000;

export interface Conversation {
  id: string;
  userId: string;
  /** Whether the bot has been told about it. */
  started: boolean;
  /** Milliseconds since 1970. */
  usedAt: number;
  activities: { sequence: number; activity: Activity }[];
}

export interface Conversations {
  /** Signs the tokens; kept as long as the conversations. */
  secret: string;
  open(userId: string): Conversation;
  find(id: string): Conversation | undefined;
  /** Resolves once the activity would survive the end of the process. Typing isn't stored. */
  append(conversation: Conversation, activity: Activity): Promise<void>;
  /** What came after a watermark, and the next watermark to ask with. */
  since(
    conversation: Conversation,
    watermark: number,
  ): { activities: Activity[]; watermark: string };
  save(): Promise<void>;
}

const stateSchema = z.object({
  secret: z.string().min(32),
  conversations: z.array(
    z.object({
      id: z.string(),
      userId: z.string(),
      started: z.boolean(),
      usedAt: z.number(),
      activities: z.array(
        z.object({
          sequence: z.number(),
          activity: z.custom<Activity>((value) => typeof value === 'object' && value !== null),
        }),
      ),
    }),
  ),
});

/** The conversations of the local chat, stored in `dataFile` if there is one. Yesterday's are dropped. */
export function createConversations(options: {
  dataFile?: string | undefined;
  /** Milliseconds since 1970. */
  now?: () => number;
}): Conversations {
  const { dataFile, now = Date.now } = options;
  const saved = dataFile ? loadSnapshot(dataFile, (value) => stateSchema.parse(value)) : undefined;
  const secret = saved?.secret ?? randomBytes(32).toString('hex');
  const byId = new Map<string, Conversation>(saved?.conversations.map((c) => [c.id, c]));

  const toSave = () => ({
    secret,
    conversations: [...byId.values()].map((conversation) => ({
      ...conversation,
      activities: conversation.activities.filter(({ activity }) => activity.type !== 'typing'),
    })),
  });
  const file = dataFile ? createSnapshotFile(dataFile, toSave) : undefined;
  const save = async () => file?.save();

  const dropOld = () => {
    const byAge = [...byId.values()].sort((a, b) => b.usedAt - a.usedAt);
    for (const [index, { id, usedAt }] of byAge.entries()) {
      if (index >= maxConversations || usedAt < now() - dayMs) byId.delete(id);
    }
  };

  return {
    secret,
    save,
    find: (id) => byId.get(id),
    open(userId) {
      const id = randomBytes(12).toString('base64url');
      const conversation = { id, userId, started: false, usedAt: now(), activities: [] };
      byId.set(id, conversation);
      dropOld();
      return conversation;
    },
    async append(conversation, activity) {
      const { activities } = conversation;
      const time = now();
      // Grows across restarts too, although the numbers of typing activities aren't stored: a client's watermark must
      // never be ahead of what is still to come.
      const sequence = Math.max(time, (activities.at(-1)?.sequence ?? 0) + 1);
      conversation.usedAt = time;
      conversation.activities = [...activities, { sequence, activity }]
        .filter((entry) => isCurrent(entry, time))
        .slice(-maxActivities);
      if (activity.type !== 'typing') await save();
    },
    since({ activities }, watermark) {
      const time = now();
      const fresh = activities.filter(
        (entry) => entry.sequence > watermark && isCurrent(entry, time),
      );
      return {
        activities: fresh.map(({ activity }) => activity),
        watermark: String(fresh.at(-1)?.sequence ?? watermark),
      };
    },
  };
}

function isCurrent({ sequence, activity }: Conversation['activities'][number], now: number) {
  return activity.type !== 'typing' || sequence > now - typingMs;
}
