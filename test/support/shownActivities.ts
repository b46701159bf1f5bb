import type { Activity } from '../../local/chat/activity.ts';

/** An activity as a person sees it now. */
export interface ShownActivity {
  id: string;
  activity: Activity;
  /** What stood in its place before, oldest first. */
  earlier: Activity[];
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

export interface ShownActivities {
  create(conversationId: string, activity: Activity): ShownActivity;
  /** False where there is no such activity. */
  update(conversationId: string, id: string, activity: Activity): boolean;
  remove(conversationId: string, id: string): boolean;
  /** In the order in which they were created. */
  list(conversationId: string): ShownActivity[];
}

/** What every conversation of a channel shows: creates in order, updates in place, deleted ones gone. */
export function createShownActivities(): ShownActivities {
  const conversations = new Map<string, ShownActivity[]>();
  let created = 0;

  const list = (conversationId: string) => conversations.get(conversationId) ?? [];
  const find = (conversationId: string, id: string) =>
    list(conversationId).find((shown) => shown.id === id);

  return {
    list: (conversationId) => [...list(conversationId)],
    create(conversationId, activity) {
      const id = `${Date.now()}-${++created}`;
      const now = Date.now();
      const shown = { id, activity, earlier: [], createdAt: now, updatedAt: now };
      conversations.set(conversationId, [...list(conversationId), shown]);
      return shown;
    },
    update(conversationId, id, activity) {
      const shown = find(conversationId, id);
      if (!shown) return false;
      shown.earlier.push(shown.activity);
      shown.activity = activity;
      shown.updatedAt = Date.now();
      return true;
    },
    remove(conversationId, id) {
      const found = find(conversationId, id);
      conversations.set(
        conversationId,
        list(conversationId).filter((shown) => shown !== found),
      );
      return found !== undefined;
    },
  };
}
