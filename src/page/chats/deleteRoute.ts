import { deleteChat } from '../../questions/deletedChats/deleteChat.ts';
import { purgeNow } from '../../questions/deletedChats/purgeNow.ts';
import { json, PageError, type PageRoute } from '../route.ts';
import { notFound } from './exchange.ts';
import type { Limited } from './limited.ts';

/**
 * `DELETE chats/{id}`: hides a chat, which can be undone for a while. With `?now=true` it's deleted for good, in Genie as
 * well. If that doesn't work now, it stays hidden, and the sweep tries again.
 */
export function deleteRoute({ chatDeps, limit }: Limited): PageRoute {
  return {
    method: 'DELETE',
    path: 'chats/:id',
    kind: 'data',
    async handle({ params: { id = '' }, query, visitor: { owner } }) {
      if (query.get('now') !== 'true') {
        const undoUntil = await deleteChat(id, owner, chatDeps);
        if (undoUntil === undefined) throw notFound();
        return json({ undoUntil: new Date(undoUntil).toISOString() }, 202);
      }
      const purge = await limit(owner, () => purgeNow(id, owner, chatDeps));
      if (purge === undefined) throw notFound();
      if (purge.result === 'done') return { status: 204, headers: { 'cache-control': 'no-store' } };
      const cause = purge.result === 'refused' ? purge.error : undefined;
      throw new PageError(503, 'unavailable', 'Not all of the chat could be deleted yet', {
        cause,
      });
    },
  };
}
