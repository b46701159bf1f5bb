import { createKnownWords } from '../../questions/chats/knownWords.ts';
import type { PageRoute } from '../route.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';
import { createLimit } from './createLimit.ts';
import { listRoute } from './listRoute.ts';
import { openRoute } from './openRoute.ts';

/** Requests of one visitor that read much, at the same time. A page has one or two of them under way. */
const mostAtOnce = 4;

/** The routes for the chats at the side of the page. */
export function createChatRoutes(deps: ChatRoutesDeps): PageRoute[] {
  const limited = {
    deps,
    chatDeps: { ...deps, words: createKnownWords() },
    limit: createLimit(mostAtOnce),
  };
  return [listRoute(limited), openRoute(limited)];
}
