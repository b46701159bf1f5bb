import { restoreChat } from '../../questions/deletedChats/restoreChat.ts';
import { PageError, type PageRoute } from '../route.ts';
import { notFound } from './exchange.ts';
import type { Limited } from './limited.ts';

/** `POST chats/{id}/restore`: undoes a deletion. 410: it's gone for good. */
export function restoreRoute({ chatDeps }: Limited): PageRoute {
  return {
    method: 'POST',
    path: 'chats/:id/restore',
    kind: 'data',
    async handle({ params: { id = '' }, visitor: { owner } }) {
      const result = await restoreChat(id, owner, chatDeps);
      if (result === 'unknown') throw notFound();
      if (result === 'gone') throw new PageError(410, 'gone', 'The chat is gone for good');
      return { status: 204, headers: { 'cache-control': 'no-store' } };
    },
  };
}
