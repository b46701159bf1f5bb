import * as z from 'zod/mini';
import { renameChat, toChatName } from '../../questions/chats/renameChat.ts';
import { readBody } from '../readBody.ts';
import { json, PageError, type PageRoute } from '../route.ts';
import { notFound } from './exchange.ts';
import type { Limited } from './limited.ts';
import { titleText } from './titleText.ts';

const shape = z.object({ title: z.nullable(z.string()) });

/** `PATCH chats/{id}` with `{title}`: the visitor's own name for it; `null`: its first question again. */
export function renameRoute({ deps, chatDeps }: Limited): PageRoute {
  return {
    method: 'PATCH',
    path: 'chats/:id',
    kind: 'data',
    async handle(exchange) {
      const { title } = await readBody(exchange.request, shape);
      const name = title === null ? undefined : toChatName(title);
      if (title !== null && name === undefined) {
        throw new PageError(400, 'bad-request', 'A title has 1 to 100 characters, on one line');
      }
      const { id = '' } = exchange.params;
      const named = await renameChat(id, exchange.visitor.owner, name, chatDeps);
      if (named === undefined) throw notFound();
      return json({ title: titleText(named.title, named.startedAt, exchange, deps) });
    },
  };
}
