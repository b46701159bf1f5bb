export type Command =
  | 'help'
  | 'info'
  | 'whoami'
  | 'reset'
  | 'logout'
  | 'logout and delete'
  | 'email'
  | 'cancel'
  | 'spaces'
  | 'history'
  | 'sql'
  | 'feedback'
  | 'status';

/** Every way to say a command. Under its own name each is its own first word. */
const sayings: Readonly<Record<Command, readonly string[]>> = {
  help: ['help', 'commands', 'what can you do'],
  info: ['info', 'about'],
  whoami: ['whoami', 'who am i', 'me'],
  reset: [
    'reset',
    'new',
    'new chat',
    'new conversation',
    'new session',
    'start over',
    'restart',
    'clear',
  ],
  logout: ['logout', 'log out', 'log off', 'sign out', 'signout', 'forget me'],
  'logout and delete': ['logout and delete', 'log out and delete', 'forget me and delete'],
  email: ['email', 'e-mail', 'change email', 'change e-mail', 'set email', 'set e-mail'],
  cancel: ['cancel', 'stop', 'abort'],
  spaces: ['spaces', 'space', 'switch space', 'change space', 'list spaces'],
  history: ['history', 'conversations', 'my conversations', 'show history'],
  sql: ['sql', 'show sql', 'show the sql', 'show me the sql'],
  feedback: ['feedback', 'give feedback', 'rate'],
  status: ['status'],
};

const commandOf = new Map(
  Object.entries(sayings).flatMap(([command, words]) =>
    words.map((saying) => [saying, command as Command] as const),
  ),
);

/**
 * The command that a message is. Only a whole message is one, whatever its case, with or without a slash before and
 * punctuation after it: "Reset rate by month" is a question.
 */
export function parseCommand(text: string): Command | undefined {
  return commandOf.get(bareWords(text));
}

/** The text as commands are written: in lower case, one space between words, nothing around them. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^\/\s*/u, '')
    .replace(/[\s.!?…]+$/u, '')
    .replace(/\s+/gu, ' ');
}
