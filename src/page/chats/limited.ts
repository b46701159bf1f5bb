import type { ChatDeps } from '../../questions/chats/chatDeps.ts';
import type { createLimit } from '../createLimit.ts';
import type { ChatRoutesDeps } from './chatRoutesDeps.ts';

/** What a route works with. */
export interface Limited {
  deps: ChatRoutesDeps;
  chatDeps: ChatDeps;
  /** For what reads much: each visitor can do only so much of it at the same time. */
  limit: ReturnType<typeof createLimit>;
}
