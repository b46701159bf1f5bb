import { AppError } from '../../../../src/common/errors.ts';
import type { Place } from '../../../../src/questions/place.ts';
import type { Genie, Identities } from '../../../../src/questions/ports.ts';

/** Where people sign in and out. It outlives every instance. */
export interface SignInDesk {
  /** The questions for which a card was shown, in order. */
  shown: string[];
  /** With whose token Genie was asked, in order. */
  askedBy: string[];
  signIn(place: Place): void;
  signOut(place: Place): void;
  /** As an instance sees it. */
  identitiesFor(genie: Genie): Identities;
}

export function openSignInDesk(): SignInDesk {
  const signedIn = new Set<string>();
  const check = (place: Place) => {
    const { id } = place.user;
    if (!signedIn.has(id)) throw new AppError('sign-in-required', 'no token');
    return id;
  };
  const desk: SignInDesk = {
    shown: [],
    askedBy: [],
    signIn: ({ user }) => void signedIn.add(user.id),
    signOut: ({ user }) => void signedIn.delete(user.id),
    identitiesFor: (genie) => ({
      genieOf: (place) => ({
        ...genie,
        async ask(...args) {
          desk.askedBy.push(check(place));
          return genie.ask(...args);
        },
      }),
      identify: async (place) => check(place),
      reject: async (place) => desk.signOut(place),
    }),
  };
  return desk;
}
