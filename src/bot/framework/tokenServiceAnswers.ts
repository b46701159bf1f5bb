import * as z from 'zod/mini';
import { isLoopback } from '../../common/loopback.ts';
import { isToken } from '../../signIn/isToken.ts';
import { readClaims } from '../../signIn/readClaims.ts';
import type { IssuedToken, SignInLink } from '../../signIn/tokenService.ts';

const tokenWire = z.object({
  token: z.string().check(z.refine(isToken)),
  expiration: z.catch(z.optional(z.string().check(z.maxLength(64))), undefined),
});

/** The token in an answer; `undefined` for an answer without one. */
export function readIssuedToken(answer: unknown): IssuedToken | undefined {
  const parsed = z.safeParse(tokenWire, answer);
  if (!parsed.success) return undefined;
  const { token, expiration } = parsed.data;
  const said = expiration === undefined ? Number.NaN : Date.parse(expiration);
  const expiresAt = readClaims(token).expiresAt ?? (Number.isFinite(said) ? said : undefined);
  return { token, expiresAt };
}

const address = z.string().check(z.maxLength(4_096), z.refine(isSafeAddress));
const name = z.string().check(z.minLength(1), z.maxLength(2_048));

const linkWire = z.object({
  signInLink: address,
  tokenExchangeResource: z.catch(
    z.optional(z.object({ id: name, uri: name, providerId: z.catch(z.optional(name), undefined) })),
    undefined,
  ),
  tokenPostResource: z.catch(z.optional(z.object({ sasUrl: address })), undefined),
});

/**
 * The link in an answer; `undefined` for an answer without one. Parts that are absent, `null` or odd are left out: the
 * button works without them.
 */
export function readSignInLink(answer: unknown): SignInLink | undefined {
  const parsed = z.safeParse(linkWire, answer);
  if (!parsed.success) return undefined;
  const { signInLink, tokenExchangeResource: exchange, tokenPostResource: post } = parsed.data;
  return {
    signInLink,
    ...(exchange && {
      tokenExchangeResource: {
        id: exchange.id,
        uri: exchange.uri,
        ...(exchange.providerId && { providerId: exchange.providerId }),
      },
    }),
    ...(post && { tokenPostResource: post }),
  };
}

/** People click it. */
function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return true;
  return url?.protocol === 'http:' && isLoopback(url.hostname);
}
