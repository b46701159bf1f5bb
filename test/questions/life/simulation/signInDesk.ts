import { unsignedToken } from '../../../../local/signIn/unsignedToken.ts';
import type { Clock } from '../../../../src/common/clock.ts';
import { AppError } from '../../../../src/common/errors.ts';
import { GenieError } from '../../../../src/genie/errors.ts';
import type { TokenSource } from '../../../../src/genie/tokenSource.ts';
import type { Place } from '../../../../src/questions/place.ts';
import type { Asking, Genie } from '../../../../src/questions/ports.ts';
import type { TokenService } from '../../../../src/signIn/tokenService.ts';

/** Where people's tokens are, and who looks at them. It outlives every instance. */
export interface SignInDesk {
  /** The questions for which a card was shown, in order. */
  shown: string[];
  /** What reached Genie, and with whose token, in order. */
  asked: { content: string; by: string }[];
  service: TokenService;
  /** The token service has a token for a place's user from now on. Returns it. */
  signIn(place: Place, lifeMs?: number): string;
  signOut(place: Place): void;
  /** Databricks accepts no token that was issued by now. */
  revokeAll(): void;
  /** The token service doesn't answer until then (ms since 1970). */
  awayUntil: number;
  /** Genie as Databricks lets it be asked with these tokens. */
  guarded(genie: Genie, tokens: TokenSource): Genie;
}

interface Issued {
  token: string;
  expiresAt: number;
}

export function openSignInDesk(clock: Clock): SignInDesk {
  const issued = new Map<string, Issued>();
  const accepted = new Map<string, { userId: string; expiresAt: number }>();
  let count = 0;
  const answer = () => {
    if (clock.now() < desk.awayUntil) throw new AppError('sign-in-unavailable', 'away');
  };
  const desk: SignInDesk = {
    shown: [],
    asked: [],
    awayUntil: 0,
    service: {
      async getToken({ userId }) {
        answer();
        const found = issued.get(userId);
        return found && found.expiresAt > clock.now() ? found : undefined;
      },
      async getSignInLink() {
        answer();
        return { signInLink: 'https://sign.in/' };
      },
      exchange: async () => ({ refusal: 'not here' }),
      async signOut({ userId }) {
        answer();
        issued.delete(userId);
      },
    },
    signIn({ user }, lifeMs = 3_600_000) {
      const issuedAt = clock.now();
      const expiresAt = issuedAt + lifeMs;
      const person = { oid: user.aadObjectId ?? user.id, name: user.id, upn: `${count++}` };
      const token = unsignedToken(person, { issuedAt, expiresAt });
      issued.set(user.id, { token, expiresAt });
      accepted.set(token, { userId: user.id, expiresAt });
      return token;
    },
    signOut: ({ user }) => void issued.delete(user.id),
    revokeAll: () => accepted.clear(),
    guarded: (genie, tokens) =>
      new Proxy(genie, {
        get(target, method: keyof Genie) {
          if (method === 'explainFailure' || !(method in target)) return target[method];
          return async (...args: unknown[]) => {
            const caller = accepted.get(await tokens.getToken());
            if (method !== 'probe' && (caller?.expiresAt ?? 0) <= clock.now()) {
              throw new GenieError('genie-unauthorized', '401', { acted: 'no', status: 401 });
            }
            if (method === 'ask') {
              const { content } = args[0] as Asking;
              desk.asked.push({ content, by: caller?.userId ?? '' });
            }
            return (target[method] as (...args: unknown[]) => unknown)(...args);
          };
        },
      }),
  };
  return desk;
}
