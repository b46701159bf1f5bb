/**
 * How people say, in one language, who they are and which code a sign-in gave them. Accents can be left out when they
 * type it; case and the kind of apostrophe don't matter.
 */
export interface PersonPhrases {
  /**
   * The words that stand beside a code, and nothing else does. In a language without spaces they follow one another:
   * so particles come with their noun, since a bare one makes a question of what it stands beside.
   */
  code: readonly string[];
  greetings: readonly string[];
  /** What a name follows: “my name is”. */
  nameIs: readonly string[];
  /** What follows a name, where the language says so behind it. */
  nameEnds: readonly string[];
  /** What the address follows: “my email is”. */
  emailIs: readonly string[];
  and: readonly string[];
  /** What can follow the address: “thanks”. */
  ends: readonly string[];
}
