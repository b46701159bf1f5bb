import { listAllowedSpaces } from '../../bot/messages/listAllowedSpaces.ts';
import { asAsker } from '../../questions/deps.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { spaceOf } from '../../questions/sessions/spaceOf.ts';
import { json, type PageRoute } from '../route.ts';
import type { Limited } from './limited.ts';
import { placeOfVisitor } from './placeOfVisitor.ts';

/** `GET spaces?chat=`: the spaces that the visitor can ask, and which of them a chat's next question goes to. */
export function spacesRoute({ deps, limit }: Limited): PageRoute {
  return {
    method: 'GET',
    path: 'spaces',
    kind: 'data',
    handle: (exchange) =>
      limit(exchange.visitor.owner, async () => {
        const chatId = exchange.query.get('chat') ?? '';
        const place = await placeOfVisitor(chatId, exchange, deps);
        const bound = asAsker(place, deps);
        const session = (await deps.sessions.get(sessionIdOf(place)))?.value ?? {};
        const [spaces, currentId] = await Promise.all([
          listAllowedSpaces(bound),
          spaceOf(session, place, bound),
        ]);
        return json({
          spaces: spaces.map(({ id, title, description }) => ({
            id,
            title,
            ...(description && { description }),
            isCurrent: id === currentId,
          })),
        });
      }),
  };
}
