import type { TokenTimes } from './claimsFor.ts';
import { keyOf, type Owner } from './owner.ts';
import type { Person } from './people.ts';

export interface KeptToken extends Owner {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface KeptTokensOptions {
  now(): number;
  /** How long a token lives. */
  lifetimeMs(): number;
  tokenFor(person: Person, times: TokenTimes): string;
}

/** The tokens of those who are signed in, in memory. One that has expired is none. */
export function createKeptTokens({ now, lifetimeMs, tokenFor }: KeptTokensOptions) {
  const tokens = new Map<string, KeptToken>();
  const valid = () => [...tokens.values()].filter(({ expiresAt }) => expiresAt > now());
  return {
    issue({ userId, channelId, connectionName }: Owner, person: Person): KeptToken {
      const issuedAt = now();
      const expiresAt = issuedAt + lifetimeMs();
      const owner = { userId, channelId, connectionName };
      const kept = { ...owner, token: tokenFor(person, { issuedAt, expiresAt }), expiresAt };
      tokens.set(keyOf(owner), kept);
      return kept;
    },
    find: (owner: Owner) => valid().find((kept) => keyOf(kept) === keyOf(owner)),
    /** All of a person's, whatever the connection. */
    listFor: ({ userId, channelId }: Omit<Owner, 'connectionName'>) =>
      valid().filter((kept) => kept.userId === userId && kept.channelId === channelId),
    remove: (owner: Owner) => tokens.delete(keyOf(owner)),
    /** As if every token's time had come. */
    expireAll: () => tokens.clear(),
  };
}
