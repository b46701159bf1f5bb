import type { HttpRequest } from '@azure/functions';
import * as z from 'zod/mini';
import type { Log } from '../../common/log.ts';
import { pageUserIdOf } from '../../questions/pageUserId.ts';
import type { Place } from '../../questions/place.ts';
import { readBody } from '../readBody.ts';
import { json, type PageRequest, type PageRoute } from '../route.ts';
import { type OpenVisitDeps, openVisit } from './openVisit.ts';

export interface TokenRouteDeps extends OpenVisitDeps {
  /** The key that all instances share. */
  readSigningKey: () => Promise<Buffer>;
  /** What the page's client is told of Direct Line. */
  domain: string | undefined;
  /** Trades a person's token for one with which they ask Databricks. Absent: nobody signs in to Databricks. */
  signIn?: ((token: string, whose: Person) => Promise<void>) | undefined;
  log: Log;
}

/** Whose sign-in it is. */
export type Person = Pick<Place, 'user'> & { owner: string };

const wish = z.object({
  conversationId: z.optional(z.string()),
  chatId: z.optional(z.string()),
});

/**
 * `POST /api/chat/token`: what the page's client needs to talk to the bot. Who it's for is decided here, by who is signed
 * in, and so is in which conversations they go on.
 */
export function createTokenRoute(deps: TokenRouteDeps): PageRoute {
  const { readSigningKey, domain, signIn, log } = deps;
  return {
    method: 'POST',
    path: 'token',
    kind: 'data',
    async handle({ request, visitor }: PageRequest) {
      const wished = await readBody(request, wish);
      const { owner, person } = visitor;
      const userId = pageUserIdOf(owner, await readSigningKey());
      const name = person?.name;
      const user = { id: userId, ...(person && { aadObjectId: person.objectId }) };
      const [{ isResumed, ...opened }] = await Promise.all([
        openVisit({ visitor, userId, name, trustedOrigins: [originOf(request)] }, wished, deps),
        person?.token && signIn?.(person.token, { owner, user }),
      ]);
      log.info('page.opened', { chatId: opened.chatId, isResumed });
      return json({
        ...opened,
        userId,
        isResumed,
        ...(domain && { domain }),
        ...(person && { person: { ...(name && { name }) } }),
      });
    },
  };
}

/** Where the page is, as its browser says: it has been checked. */
function originOf({ headers, url }: HttpRequest): string {
  return headers.get('origin') ?? new URL(url).origin;
}
