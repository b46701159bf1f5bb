import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a Direct Line token is good for. */
export interface TokenClaims {
  conv: string;
  /** Web Chat reads the person's id from here: it accepts a `dl_` id from nowhere else. */
  user: string;
}

export interface ChatTokens {
  sign(claims: TokenClaims): string;
  /** The claims of one of our tokens; `undefined` for anything else. */
  verify(token: string): TokenClaims | undefined;
}

/** Tokens like Direct Line's own: JSON Web Tokens (RFC 7519), here with HS256 and without an expiry. */
export function createChatTokens(secret: string): ChatTokens {
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const seal = (payload: string) =>
    createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  return {
    sign(claims) {
      const payload = encode(claims);
      return `${header}.${payload}.${seal(payload)}`;
    },
    verify(token) {
      const [, payload = '', signature = ''] = token.split('.');
      if (!isSame(signature, seal(payload))) return undefined;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims;
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
