import { listChats } from '../../questions/chats/listChats.ts';
import { json, type PageRoute } from '../route.ts';
import { afterIn } from './exchange.ts';
import type { Limited } from './limited.ts';
import { titleText } from './titleText.ts';

/** In UTF-16 units. */
const longestSearch = 200;

/** `GET chats?search=&after=`: the visitor's chats, the newest first. */
export function listRoute({ deps, chatDeps, limit }: Limited): PageRoute {
  return {
    method: 'GET',
    path: 'chats',
    kind: 'data',
    handle: (exchange) =>
      limit(exchange.visitor.owner, async () => {
        const search = exchange.query.get('search')?.slice(0, longestSearch).trim();
        const after = afterIn(exchange);
        const list = await listChats(exchange.visitor.owner, { search, after }, chatDeps);
        return json({
          chats: list.chats.map(({ id, title, startedAt, spaceTitle, lastAt, isBusy }) => ({
            id,
            title: titleText(title, startedAt, exchange, deps),
            ...(spaceTitle && { spaceTitle }),
            lastAt: new Date(lastAt).toISOString(),
            isBusy,
          })),
          ...(list.next && { next: list.next }),
          ...(list.isPartial && { isPartial: true }),
        });
      }),
  };
}
