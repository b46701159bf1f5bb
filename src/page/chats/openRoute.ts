import { openChat } from '../../questions/chats/openChat.ts';
import { json, type PageRoute } from '../route.ts';
import { afterIn, notFound, readingIn } from './exchange.ts';
import type { Limited } from './limited.ts';
import { titleText } from './titleText.ts';
import { turnView } from './turnView.ts';

/**
 * `GET chats/{id}?after=&except=`: what was asked and answered in a chat, the oldest first, but for what a conversation of
 * the channel's brings anyway.
 */
export function openRoute({ deps, chatDeps, limit }: Limited): PageRoute {
  return {
    method: 'GET',
    path: 'chats/:id',
    kind: 'data',
    handle: (exchange) =>
      limit(exchange.visitor.owner, async () => {
        const { id = '' } = exchange.params;
        const part = {
          after: afterIn(exchange),
          except: exchange.query.get('except') ?? undefined,
        };
        const opened = await openChat(id, exchange.visitor.owner, part, chatDeps);
        if (opened === undefined) throw notFound();
        const { title, startedAt, spaceId, spaceTitle, turns, next } = opened;
        const reading = readingIn(exchange);
        return json({
          id,
          title: titleText(title, startedAt, exchange, deps),
          ...(spaceId && { spaceId }),
          ...(spaceTitle && { spaceTitle }),
          turns: await Promise.all(turns.map((turn) => turnView(turn, reading, deps))),
          ...(next && { next }),
        });
      }),
  };
}
