import { BoundedMap } from '../common/boundedMap.ts';
import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { untilAborted } from '../common/timeLimit.ts';
import { GenieError } from '../genie/errors.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import { type Place, vouchesFor } from '../questions/place.ts';
import type { Genie, Identities, SignInStore } from '../questions/ports.ts';
import { conversationKeyOf, signInIdOf } from '../questions/signIn.ts';
import type { PersonTokens } from './personTokens.ts';
import { signOut } from './signOut.ts';
import type { TokenService } from './tokenService.ts';

export interface PersonalIdentitiesOptions {
  tokens: PersonTokens;
  service: TokenService;
  signIns: SignInStore;
  /** Genie with the given tokens; it remembers what it read. */
  createGenie: (tokens: TokenSource) => Genie;
  clock: Clock;
  log: Log;
}

/** People whose spaces, titles and samples an instance remembers. */
const mostPeople = 500;

/** Everyone asks Genie as themselves. */
export function createPersonalIdentities(options: PersonalIdentitiesOptions): Identities {
  const { tokens, service, signIns, createGenie, clock, log } = options;
  const known = new BoundedMap<string, Genie>(mostPeople);

  /** What one person's Genie remembers must not reach the next who signs in at the same place. */
  async function genieFor(place: Place, boundAt: number, askedAs?: string): Promise<Genie> {
    const { person } = await tokens.get(place, undefined, boundAt);
    checkPerson(person.key, askedAs);
    // Where no channel vouches for people, the token counts in some conversations, and not in others.
    const where = vouchesFor(place) ? '' : conversationKeyOf(place);
    const key = `${signInIdOf(place)} ${where} ${person.key}`;
    const genie = known.get(key) ?? createGenie(tokenSourceOf(place, tokens, 0, person.key));
    known.set(key, genie);
    return genie;
  }

  // For what needs nobody's rights.
  const nobodys = createGenie(noTokens);

  /** Whether Genie is down is everyone's matter: a refusal is an answer, and a person's lost sign-in says nothing. */
  async function probe(
    place: Place,
    boundAt: number,
    ...args: Parameters<Genie['probe']>
  ): Promise<void> {
    const genie = await genieFor(place, boundAt).catch(() => nobodys);
    await genie.probe(...args).catch((error: unknown) => {
      if (error instanceof GenieError && error.code !== 'sign-in-refused') throw error;
      return nobodys.probe(...args);
    });
  }

  return {
    arePersonal: true,
    genieOf(place, askedAs) {
      // A question has just looked whether its asker is signed in, and goes on for a few seconds with what it saw.
      const boundAt = askedAs === undefined ? clock.now() : 0;
      return new Proxy({} as Genie, {
        get(_target, method: keyof Genie) {
          if (method === 'explainFailure') return nobodys.explainFailure;
          if (method === 'probe')
            return (...args: Parameters<Genie['probe']>) => probe(place, boundAt, ...args);
          return async (...args: unknown[]) => {
            const genie = await genieFor(place, boundAt, askedAs);
            return (genie[method] as (...args: unknown[]) => unknown)(...args);
          };
        },
      });
    },
    identify: async (place, leastLifeMs) => (await tokens.get(place, leastLifeMs)).person.key,
    async reject(place) {
      await signOut(place, { service, signIns, clock }).catch((error: unknown) => {
        log.warn('signIn.notEnded', { error });
      });
    },
  };
}

/** Databricks refuses it, which is all that it's for. */
export const noTokens: TokenSource = { getToken: async () => 'none', invalidate: () => {} };

/**
 * The tokens of a place's user, for a client of Genie.
 *
 * @param since what was known before of whether they have signed out doesn't count (ms since 1970)
 * @param askedAs another person's don't do
 */
export function tokenSourceOf(
  place: Place,
  tokens: PersonTokens,
  since?: number,
  askedAs?: string,
): TokenSource {
  return {
    async getToken(signal) {
      const { bearer, person } = await untilAborted(tokens.get(place, undefined, since), signal);
      checkPerson(person.key, askedAs);
      return bearer;
    },
    invalidate: (bearer) => tokens.drop(place, bearer),
  };
}

/** In Web Chat, another person can sign in to the same page while a question runs. */
function checkPerson(key: string, askedAs: string | undefined): void {
  if (askedAs === undefined || askedAs === key) return;
  throw new AppError('sign-in-required', 'Another person has signed in');
}

/** Everyone asks Genie as the bot. */
export function createSharedIdentity(genie: Genie): Identities {
  return {
    arePersonal: false,
    genieOf: () => genie,
    identify: async () => undefined,
    reject: async () => {},
  };
}
