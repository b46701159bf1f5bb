import { createHmac } from 'node:crypto';

/** The channel keeps IDs that begin with `dl_` to the token that they were given out with. */
const prefix = 'dl_page_';

/**
 * The ID that the channel knows a visitor of our page by, in all their conversations.
 *
 * @param key the one that all instances share: nobody else can tell whose an ID is
 */
export function pageUserIdOf(owner: string, key: Buffer): string {
  const digits = createHmac('sha256', key)
    .update(JSON.stringify(['page-user', owner]))
    .digest('hex');
  return prefix + digits.slice(0, 32);
}

/** Whether an ID is one that only our page gives out. Elsewhere it's no more than a claim to be its visitor. */
export function isPageUserId(id: string): boolean {
  return id.startsWith(prefix);
}
