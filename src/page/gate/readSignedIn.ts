import type { HttpRequest } from '@azure/functions';
import { isToken } from '../../signIn/isToken.ts';
import type { SignedIn } from '../route.ts';
import { type Claims, readPrincipal } from './readPrincipal.ts';

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * Whom Easy Auth says a request is from. It takes these headers out of every request from outside, so they can be
 * believed where it's known to stand before the app, and nowhere else.
 * https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities
 *
 * @returns `undefined` for nobody, and for what doesn't fit together
 */
export function readSignedIn({ headers }: Pick<HttpRequest, 'headers'>): SignedIn | undefined {
  const claims = readPrincipal(headers.get('x-ms-client-principal') ?? '');
  const objectId = asGuid(headers.get('x-ms-client-principal-id') ?? undefined);
  const provider = headers.get('x-ms-client-principal-idp') ?? 'aad';
  if (claims === undefined || objectId === undefined || provider !== 'aad') return undefined;
  const ids = claims.all('oid');
  if (!ids.every((id) => asGuid(id) === objectId)) return undefined;
  // Easy Auth takes tokens as well, and not all of them are people's.
  if (claims.all('idtyp').some((type) => type !== 'user')) return undefined;
  const tenantId = asGuid(claims.only('tid'));
  const token = headers.get('x-ms-token-aad-access-token') ?? '';
  const name = claims.only('name');
  const email = [claims.only('preferred_username'), claims.only('upn')].find(isAddress);
  return {
    objectId,
    ...(name && { name }),
    ...(email && { email }),
    ...(tenantId && { tenantId }),
    isGuest: isGuest(claims, tenantId),
    ...(isToken(token) && { token }),
  };
}

function asGuid(text: string | undefined): string | undefined {
  const id = text?.trim().toLowerCase();
  return id !== undefined && guid.test(id) ? id : undefined;
}

/**
 * The name that a person signs in with, if it's an address: Entra ID gives it out. The claim `email` is no use, as the
 * admins of any tenant write into it what they like.
 */
function isAddress(text: string | undefined): text is string {
  if (text === undefined || text.length > 254) return false;
  const [local, domain, ...more] = text.split('@');
  return (
    more.length === 0 &&
    !!local &&
    !!domain?.includes('.') &&
    !/[\s\p{Cc}\p{Cf}"(),:;<>[\\\]]/u.test(text)
  );
}

/** A person whom another tenant, or another provider, signed in is a guest here. */
function isGuest(claims: Claims, tenantId: string | undefined): boolean {
  const isOwn = (idp: string) =>
    claims.all('iss').includes(idp) ||
    (tenantId !== undefined && idp.toLowerCase().split('/').includes(tenantId));
  return claims.all('acct').includes('1') || !claims.all('idp').every(isOwn);
}
