import type { Texts } from '../../texts/texts.ts';

/** What Teams says about a sign-in that failed in its client, by the code of its `signin/failure`. */
export interface SignInFailure {
  /** What the person reads. */
  words: Exclude<keyof Texts['signIn']['failed'], 'otherwise'>;
  /** For the log: what an admin can look at. */
  log: string;
  /** Whether the person can do nothing about it. */
  needsAdmin: boolean;
}

/** The codes that Teams documents. */
const failures: ReadonlyMap<string, SignInFailure> = new Map([
  [
    'installedappnotfound',
    {
      words: 'notSetUp',
      log: 'Teams found no app for the token: the app isn’t installed for the person, or webApplicationInfo.id in the manifest isn’t the app of the OAuth connection.',
      needsAdmin: true,
    },
  ],
  [
    'installappfailed',
    {
      words: 'notSetUp',
      log: 'Teams couldn’t install the app for the person, which silent sign-in needs: see the app’s permission and setup policies.',
      needsAdmin: true,
    },
  ],
  [
    'authrequestfailed',
    {
      words: 'notSetUp',
      log: 'Entra ID refused the token that Teams asked for: check the scope access_as_user, the pre-authorized clients and the consent.',
      needsAdmin: true,
    },
  ],
  [
    'invokeerror',
    {
      words: 'notSetUp',
      log: 'The bot didn’t accept the token from Teams: see the lines before, and the OAuth connection’s token exchange URL.',
      needsAdmin: true,
    },
  ],
  [
    'resourcematchfailed',
    {
      words: 'notSetUp',
      log: 'The resource on the card isn’t that of the app: the manifest’s webApplicationInfo.resource, the Application ID URI and the connection’s token exchange URL must be equal.',
      needsAdmin: true,
    },
  ],
  [
    'oauthcardnotvalid',
    {
      words: 'notSetUp',
      log: 'Teams couldn’t read the sign-in card: is the OAuth connection complete, and is it named as in OAUTH_CONNECTION_NAME?',
      needsAdmin: true,
    },
  ],
  [
    'tokenmissing',
    {
      words: 'notDone',
      log: 'Teams got no token from Entra ID for the person.',
      needsAdmin: false,
    },
  ],
  [
    'userconsentrequired',
    {
      words: 'consent',
      log: 'The person hasn’t consented yet: an admin’s consent saves everyone this step.',
      needsAdmin: false,
    },
  ],
  [
    'interactionrequired',
    {
      words: 'interaction',
      log: 'Entra ID wants to see the person, for multi-factor authentication or a Conditional Access policy.',
      needsAdmin: false,
    },
  ],
]);

const unknown: SignInFailure = {
  words: 'notDone',
  log: 'Teams reported a failed sign-in with a code that isn’t known.',
  needsAdmin: false,
};

/** What is known of a code, which comes from the client and could be anything. */
export function signInFailureOf(code: unknown): SignInFailure {
  const known = typeof code === 'string' ? failures.get(code.trim().toLowerCase()) : undefined;
  return known ?? unknown;
}
