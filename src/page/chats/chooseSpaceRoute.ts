import * as z from 'zod/mini';
import { listAllowedSpaces } from '../../bot/messages/listAllowedSpaces.ts';
import { asAsker } from '../../questions/deps.ts';
import { chooseSpace } from '../../questions/sessions/chooseSpace.ts';
import { readBody } from '../readBody.ts';
import { json, PageError, type PageRoute } from '../route.ts';
import type { Limited } from './limited.ts';
import { placeOfVisitor } from './placeOfVisitor.ts';

const shape = z.object({ spaceId: z.string().check(z.minLength(1), z.maxLength(200)) });

/** `PUT chats/{id}/space` with `{spaceId}`: the chat's next questions go there. */
export function chooseSpaceRoute({ deps, limit }: Limited): PageRoute {
  return {
    method: 'PUT',
    path: 'chats/:id/space',
    kind: 'data',
    handle: (exchange) =>
      limit(exchange.visitor.owner, async () => {
        const { spaceId } = await readBody(exchange.request, shape);
        const place = await placeOfVisitor(exchange.params['id'] ?? '', exchange, deps);
        const bound = asAsker(place, deps);
        const space = (await listAllowedSpaces(bound)).find(({ id }) => id === spaceId);
        if (space === undefined) throw new PageError(404, 'not-found', 'There is no such space');
        const isNew = await chooseSpace(spaceId, place, bound);
        return json({ title: space.title, isNew });
      }),
  };
}
