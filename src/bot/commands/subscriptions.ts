import { listMessage } from '../subscriptions/listMessage.ts';
import type { Command } from './command.ts';

/** Lists the person's subscriptions in this place, with what can be done with each. */
export const subscriptions: Command = {
  name: 'subscriptions',
  reply: (place, deps) => listMessage(place, deps),
};
