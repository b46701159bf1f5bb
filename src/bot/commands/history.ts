import { historyMessage } from '../messages/historyMessage.ts';
import type { Command } from './command.ts';

export const history: Command = {
  name: 'history',
  reply: historyMessage,
};
