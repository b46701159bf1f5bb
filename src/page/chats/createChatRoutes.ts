import { createKnownWords } from '../../questions/chats/knownWords.ts';
import { createLimit } from '../createLimit.ts';
import type { PageRoute } from '../route.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';
import { chooseSpaceRoute } from './chooseSpaceRoute.ts';
import { deleteRoute } from './deleteRoute.ts';
import { downloadRoute } from './downloadRoute.ts';
import { listRoute } from './listRoute.ts';
import { openRoute } from './openRoute.ts';
import { renameRoute } from './renameRoute.ts';
import { restoreRoute } from './restoreRoute.ts';
import { spacesRoute } from './spacesRoute.ts';

/** Requests of one visitor that read much, at the same time. A page has one or two of them under way. */
const mostAtOnce = 4;

/** The routes for the chats at the side of the page. */
export function createChatRoutes(deps: ChatRoutesDeps): PageRoute[] {
  const limited = {
    deps,
    chatDeps: { ...deps, words: createKnownWords() },
    limit: createLimit(mostAtOnce),
  };
  return [
    listRoute(limited),
    openRoute(limited),
    downloadRoute(limited),
    renameRoute(limited),
    deleteRoute(limited),
    restoreRoute(limited),
    spacesRoute(limited),
    chooseSpaceRoute(limited),
  ];
}
