/** How a command is typed in one language. */
interface Typed {
  /** What the help shows. Lower case, like all that is compared with what people type. */
  name: string;
  /** Other ways to type it. Like the name, each must be the whole message. */
  sayings: readonly string[];
}

interface Shown extends Typed {
  /** What it does, for the help: it follows the name and a colon. */
  help: string;
}

interface InTeamsMenu extends Shown {
  /** Its description in Teams' command menu. */
  teamsMenu: string;
}

/**
 * The commands in one language, by their English names. What can as well be a question, or the answer to one that Genie
 * asks back, isn't among them, in whichever language: “commandes” are orders in French, “Verlauf” is a trend in German.
 */
export interface CommandTexts {
  help: InTeamsMenu;
  reset: InTeamsMenu;
  history: Shown;
  subscriptions: InTeamsMenu;
  spaces: Shown;
  cancel: Shown;
  sql: Shown;
  show: Shown;
  feedback: Shown;
  info: InTeamsMenu;
  whoami: InTeamsMenu;
  email: Shown;
  'sign in': Shown;
  logout: Shown;
  /** The help mentions it under `logout`. */
  'logout and delete': Typed;
  /** For admins. */
  status: Typed;
}

export type CommandName = keyof CommandTexts;
