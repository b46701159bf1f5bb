import type { BotDeps } from '../../bot/deps.ts';
import type { VisitStore } from '../../questions/ports.ts';

/** What the routes of the list at the side work with: what the bot works with, and whose conversations are whose. */
export interface ChatRoutesDeps extends BotDeps {
  visits: VisitStore;
}
