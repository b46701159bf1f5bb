import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedTokens<Claims> {
  sign(claims: Claims): string;
  /** The claims of one of our tokens; `undefined` for anything else. */
  verify(token: string): Claims | undefined;
}

/** JSON Web Tokens (RFC 7519) with HS256: only who knows the secret can make one. Nothing here looks at an expiry. */
export function createSignedTokens<Claims extends object>(secret: string): SignedTokens<Claims> {
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
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
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
