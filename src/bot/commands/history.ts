import { historyMessage } from '../messages/historyMessage.ts';
import type { Command } from './command.ts';

export const history: Command = {
  name: 'history',
  sayings: ['conversations', 'my conversations', 'show history'],
  help: 'shows your last conversations, to go on in one or to delete it',
  reply: historyMessage,
};
