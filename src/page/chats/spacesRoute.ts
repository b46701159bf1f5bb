import { listAllowedSpaces } from '../../bot/messages/listAllowedSpaces.ts';
import { codeOf, type ErrorCode } from '../../common/errors.ts';
import { asAsker } from '../../questions/deps.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { spaceOf } from '../../questions/sessions/spaceOf.ts';
import { json, type PageRoute } from '../route.ts';
import type { Limited } from './limited.ts';
import { placeOfVisitor } from './placeOfVisitor.ts';

/**
 * `GET spaces?chat=`: the spaces that the visitor can ask, and which of them a chat's next question goes to. There are
 * none for who hasn't signed in to Databricks yet: they're asked to once they want something.
 */
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
        ]).catch((error: unknown) => {
          if (notSignedIn.has(codeOf(error))) return [[], undefined] as const;
          throw error;
        });
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

const notSignedIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-mismatch',
  'sign-in-required',
]);
