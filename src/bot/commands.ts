export type Command = 'help' | 'info' | 'whoami' | 'reset';

const words: Record<string, Command> = {
  help: 'help',
  commands: 'help',
  info: 'info',
  about: 'info',
  whoami: 'whoami',
  'who am i': 'whoami',
  me: 'whoami',
  reset: 'reset',
  new: 'reset',
  'new chat': 'reset',
  'new conversation': 'reset',
  'start over': 'reset',
  restart: 'reset',
  clear: 'reset',
};

/**
 * The command that a message is. Only a whole message is one, whatever its case, with or without a slash before and
 * punctuation after it: "Reset rate by month" is a question.
 */
export function parseCommand(text: string): Command | undefined {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[\s.!?]+$/u, '')
    .replace(/\s+/gu, ' ');
  return Object.hasOwn(words, bare) ? words[bare] : undefined;
}
