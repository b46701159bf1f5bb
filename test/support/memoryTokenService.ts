import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import type { Clock } from '../../src/common/clock.ts';
import type { Place } from '../../src/questions/place.ts';
import type { IssuedToken, TokenOwner, TokenService } from '../../src/signIn/tokenService.ts';
import type { ada } from './tokenServiceDouble.ts';

type Person = Partial<typeof ada>;

export interface MemoryTokenService extends TokenService {
  /** `getToken` and `signOut`, with the user, in the order in which they began. */
  calls: string[];
  /** Someone ends a sign-in at the service, where no bot hears of it. Returns the token. */
  put(place: Place, person: Person, lifeMs?: number): string;
  /** The same for a token as it stands. */
  putToken(place: Place, issued: IssuedToken): void;
  /** What the next calls do before they answer: in turn, whatever they are. */
  before: (() => Promise<void>)[];
}

const hourMs = 3_600_000;

/** A token service in this process's memory. */
export function createMemoryTokenService(clock: Pick<Clock, 'now'>): MemoryTokenService {
  const kept = new Map<string, IssuedToken>();
  const nameOf = ({ channelId, userId }: TokenOwner) => `${channelId} ${userId}`;
  const ownerOf = ({ channelId, user }: Place) => ({ channelId, userId: user.id });
  let issuedCount = 0;
  const service: MemoryTokenService = {
    calls: [],
    before: [],
    put(place, person, lifeMs = hourMs) {
      const issuedAt = clock.now();
      const expiresAt = issuedAt + lifeMs;
      issuedCount += 1;
      const named = { oid: '', tid: '', upn: '', name: '', ...person };
      const token = `${unsignedToken(named, { issuedAt, expiresAt })}${issuedCount}`;
      service.putToken(place, { token, expiresAt });
      return token;
    },
    putToken: (place, issued) => void kept.set(nameOf(ownerOf(place)), issued),
    async getToken(owner) {
      service.calls.push(`getToken ${owner.userId}`);
      const issued = kept.get(nameOf(owner));
      await service.before.shift()?.();
      return issued;
    },
    async signOut(owner) {
      service.calls.push(`signOut ${owner.userId}`);
      await service.before.shift()?.();
      kept.delete(nameOf(owner));
    },
    exchange: async () => ({ refusal: 'not in memory' }),
    getSignInLink: async () => ({ signInLink: 'https://token.example/' }),
  };
  return service;
}
