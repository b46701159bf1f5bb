import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from './activity.ts';
import { createSnapshotFile, loadSnapshot } from './snapshotFile.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxConversations = 200;
const maxActivities = 500;

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
  /**
   * Resolves once the activity would survive the end of the process, and tells those who follow the conversation. Typing,
   * which the packets of a stream are, too, is told but not stored.
   */
  append(conversation: Conversation, activity: Activity): Promise<void>;
  /** What came after a watermark, the oldest first, and the next watermark to ask with. */
  since(
    conversation: Conversation,
    watermark: number,
    within?: { upTo?: number | undefined; limit?: number },
  ): ActivitySet;
  /** Has `follower` told from now on what happens in a conversation. Returns how to end that. */
  follow(conversation: Conversation, follower: Follower): () => void;
  save(): Promise<void>;
}

/** What Direct Line sends at a time. */
export interface ActivitySet {
  activities: Activity[];
  watermark: string;
}

export interface Follower {
  /** There is something new to read. */
  onStored(): void;
  /** Someone is typing, after the activity with this sequence number. */
  onTyping(activity: Activity, after: number): void;
  /** The conversation was dropped. */
  onGone(): void;
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

  const followers = new Map<string, Set<Follower>>();
  const followersOf = ({ id }: Conversation) => followers.get(id) ?? [];

  const toSave = () => ({ secret, conversations: [...byId.values()] });
  const file = dataFile ? createSnapshotFile(dataFile, toSave) : undefined;
  const save = async () => file?.save();

  const dropOld = () => {
    const byAge = [...byId.values()].sort((a, b) => b.usedAt - a.usedAt);
    for (const [index, conversation] of byAge.entries()) {
      const { id, usedAt } = conversation;
      if (index < maxConversations && usedAt >= now() - dayMs) continue;
      byId.delete(id);
      for (const { onGone } of followersOf(conversation)) onGone();
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
      const last = activities.at(-1)?.sequence ?? 0;
      conversation.usedAt = now();
      if (activity.type === 'typing') {
        for (const { onTyping } of followersOf(conversation)) onTyping(activity, last);
        return;
      }
      // Grows across restarts too, even if the last ones weren't saved: a client's watermark must never be ahead of what
      // is still to come.
      const sequence = Math.max(conversation.usedAt, last + 1);
      conversation.activities = [...activities, { sequence, activity }].slice(-maxActivities);
      await save();
      for (const { onStored } of followersOf(conversation)) onStored();
    },
    since({ activities }, watermark, { upTo = Number.POSITIVE_INFINITY, limit } = {}) {
      const fresh = activities
        .filter(({ sequence }) => sequence > watermark && sequence <= upTo)
        .slice(0, limit);
      return {
        activities: fresh.map(({ activity }) => activity),
        watermark: String(fresh.at(-1)?.sequence ?? watermark),
      };
    },
    follow({ id }, follower) {
      const those = followers.get(id) ?? new Set();
      followers.set(id, those.add(follower));
      return () => {
        those.delete(follower);
        if (those.size === 0) followers.delete(id);
      };
    },
  };
}
