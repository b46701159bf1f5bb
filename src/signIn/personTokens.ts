import { BoundedMap } from '../common/boundedMap.ts';
import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { type Place, vouchesFor } from '../questions/place.ts';
import type { SignInStore } from '../questions/ports.ts';
import { conversationKeyOf, hasToken, type SignIn, signInIdOf } from '../questions/signIn.ts';
import { changeSignIn } from '../questions/signIns/changeSignIn.ts';
import { withSeen } from '../questions/signIns/noteSignedIn.ts';
import { readClaims } from './readClaims.ts';
import { type Person, readPerson } from './readPerson.ts';
import type { IssuedToken, TokenOwner, TokenService } from './tokenService.ts';

/** What Databricks accepts from a person. It stays in memory. */
export interface PersonToken {
  bearer: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  person: Person;
}

interface Kept extends PersonToken {
  /** The sign-in that it is of. */
  generation: number;
  /** Of the person's token, if it says (ms since 1970). */
  issuedAt: number | undefined;
}

export interface PersonTokens {
  /**
   * A token with which the place's user asks Genie.
   *
   * @param leastLifeMs how long it must last; whether the person has signed out elsewhere is then looked up at once
   * @param since what was known before of whether they have signed out doesn't count (ms since 1970)
   * @throws AppError `sign-in-required`, `sign-in-mismatch`, `sign-in-unavailable`; `sign-in-refused` if Databricks doesn't
   * know the person
   */
  get(place: Place, leastLifeMs?: number, since?: number): Promise<PersonToken>;
  /** Databricks refused it: the next one comes from the token service. */
  drop(place: Place, bearer: string): void;
}

export interface PersonTokensOptions {
  service: TokenService;
  signIns: SignInStore;
  /** Makes a token of Databricks out of one of Entra ID; absent: Databricks takes that one. */
  exchange?: ((token: string) => Promise<IssuedToken>) | undefined;
  clock: Clock;
  log: Log;
}

/** Databricks refuses tokens that expire within 30 s. */
const marginMs = 40_000;

/** How long one counts that doesn't say when it expires. */
const unknownLifeMs = 20 * 60_000;

/** For how long an instance relies on a person not having signed out, between the calls for one thing that they want. */
const rowKeptMs = 5_000;

/** More people than one instance serves within the life of a token. */
const mostPeople = 2_000;

export function tokenOwnerOf({ channelId, user }: Place): TokenOwner {
  return { userId: user.id, channelId };
}

/** People's tokens, kept in memory until shortly before they expire or the person signs out, here or elsewhere. */
export function createPersonTokens(options: PersonTokensOptions): PersonTokens {
  const { service, signIns, exchange, clock, log } = options;
  const kept = new BoundedMap<string, Kept>(mostPeople);
  const reading = new Map<string, Promise<Kept>>();
  const rows = new BoundedMap<string, { row: SignIn | undefined; readAt: number }>(mostPeople);

  async function readRow(id: string, since: number): Promise<SignIn | undefined> {
    const known = rows.get(id);
    const readAt = clock.now();
    if (known && known.readAt >= Math.max(since, readAt - rowKeptMs)) return known.row;
    const row = (await signIns.get(id))?.value;
    rows.set(id, { row, readAt });
    return row;
  }

  async function read(place: Place, generation: number): Promise<Kept> {
    const owner = tokenOwnerOf(place);
    const issued = await service.getToken(owner);
    if (issued === undefined) throw new AppError('sign-in-required', 'There is no token');
    const person = await personOf(issued.token, place);
    const { issuedAt } = readClaims(issued.token);
    const ends = issued.expiresAt ?? clock.now() + unknownLifeMs;
    if (exchange === undefined || ends - clock.now() < marginMs) {
      return { bearer: issued.token, expiresAt: ends, person, generation, issuedAt };
    }
    const traded = await exchange(issued.token);
    const expiresAt = Math.min(ends, traded.expiresAt ?? ends);
    return { bearer: traded.token, expiresAt, person, generation, issuedAt };
  }

  async function personOf(token: string, place: Place): Promise<Person> {
    try {
      return readPerson(token, place);
    } catch (error) {
      // Another person's token is of no use here, and the right person could not sign in over it.
      await service.signOut(tokenOwnerOf(place)).catch((trouble: unknown) => {
        log.warn('signIn.notEnded', { error: trouble });
      });
      throw error;
    }
  }

  /** Reads once for all who wait. */
  function readOnce(place: Place, id: string, generation: number): Promise<Kept> {
    const key = `${id} ${generation}`;
    const begun = reading.get(key) ?? read(place, generation).finally(() => reading.delete(key));
    reading.set(key, begun);
    return begun;
  }

  /** Where no channel vouches for people, a token counts in the conversations in which its person signed in. */
  async function checkSeen(row: SignIn | undefined, place: Place, token: Kept) {
    const { key } = token.person;
    if (vouchesFor(place)) return;
    const here = conversationKeyOf(place);
    if (row?.seenIn?.[here] === key) return;
    // The first one who comes, if nobody has signed in so far and nobody is about to.
    const isFree = (signIn: SignIn | undefined) =>
      signIn?.seenIn === undefined &&
      [signIn?.waiting, signIn?.waitingRuns].every(
        (waiting) =>
          (waiting?.conversation ?? here) === here && waiting?.contestedUntil === undefined,
      );
    if (!isFree(row)) throw seenElsewhere();
    const id = signInIdOf(place);
    const { after } = await changeSignIn(place, { signIns, clock }, (signIn) =>
      isFree(signIn)
        ? { ...withSeen(signIn, place, key), issuedAt: token.issuedAt ?? clock.now() }
        : signIn,
    );
    rows.delete(id);
    if (after.seenIn?.[here] === key) return;
    throw seenElsewhere();
  }

  return {
    async get(place, leastLifeMs, since = 0) {
      const id = signInIdOf(place);
      const row = await readRow(id, leastLifeMs === undefined ? since : Number.POSITIVE_INFINITY);
      const generation = row?.generation ?? 0;
      const lasts = ({ expiresAt }: Kept) =>
        expiresAt - clock.now() >= Math.max(leastLifeMs ?? 0, marginMs);
      let token = kept.get(id);
      if (token?.generation !== generation || !lasts(token)) {
        token = await readOnce(place, id, generation);
        kept.set(id, token);
      }
      await checkSeen(row, place, token);
      if (lasts(token)) return token;
      const detail = hasToken;
      throw new AppError('sign-in-required', 'The token does not last long enough', { detail });
    },
    drop(place, bearer) {
      const id = signInIdOf(place);
      if (kept.get(id)?.bearer === bearer) kept.delete(id);
    },
  };
}

function seenElsewhere(): AppError {
  const detail = hasToken;
  return new AppError('sign-in-required', 'The person signed in in another conversation', {
    detail,
  });
}
