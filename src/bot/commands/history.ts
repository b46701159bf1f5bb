import { historyMessage } from '../messages/historyMessage.ts';
import type { Command } from './command.ts';

export const history: Command = {
  name: 'history',
  sayings: ['conversations', 'my conversations', 'show history'],
  help: 'list your recent conversations, to continue or delete one',
  reply: historyMessage,
};
