import type { Command } from '../commands/command.ts';
import { listMessage } from './listMessage.ts';

/** Lists the person's subscriptions in this place, with what can be done with each. */
export const subscriptions: Command = {
  name: 'subscriptions',
  reply: (place, deps) => listMessage(place, deps),
};
