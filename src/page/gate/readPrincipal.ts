import * as z from 'zod/mini';
import { cleanText } from '../../bot/cleanText.ts';
import { parseJson } from '../../common/parseJson.ts';

/** Claims of a person, by the short names of Entra ID's tokens. */
export interface Claims {
  /** Every value that there is, each once. */
  all(name: ClaimName): string[];
  /** The value, if all that say one say the same. */
  only(name: ClaimName): string | undefined;
}

/** Easy Auth gives some of them the names that .NET has for them. */
const longNames = {
  oid: ['http://schemas.microsoft.com/identity/claims/objectidentifier'],
  tid: ['http://schemas.microsoft.com/identity/claims/tenantid'],
  idp: ['http://schemas.microsoft.com/identity/claims/identityprovider'],
  iss: [],
  acct: [],
  idtyp: [],
  name: [],
  preferred_username: [],
  upn: ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'],
} satisfies Record<string, string[]>;

export type ClaimName = keyof typeof longNames;

/** In Base64: headers are at most 64 KB in Azure, all together. */
const longestHeader = 65_536;
const longestValue = 256;
const mostClaims = 1_000;

const principal = z.object({
  auth_typ: z.literal('aad'),
  claims: z.array(z.unknown()).check(z.maxLength(mostClaims)),
});

const claim = z.object({
  typ: z.string(),
  val: z.string().check(z.maxLength(longestValue)),
});

/** Reads `X-MS-CLIENT-PRINCIPAL`: JSON in Base64. `undefined`: it isn't a principal of Entra ID's. */
export function readPrincipal(header: string): Claims | undefined {
  if (header.length > longestHeader) return undefined;
  const bytes = Buffer.from(header, 'base64');
  const { data } = z.safeParse(principal, parseJson(bytes.toString('utf8')));
  if (data === undefined) return undefined;
  const claims = data.claims.flatMap((each) => z.safeParse(claim, each).data ?? []);
  const all = (name: ClaimName) => {
    const names: readonly string[] = [name, ...longNames[name]];
    const values = claims.filter(({ typ }) => names.includes(typ)).map(({ val }) => clean(val));
    return [...new Set(values)].filter((value) => value !== '');
  };
  const only = (name: ClaimName) => {
    const values = all(name);
    return values.length === 1 ? values[0] : undefined;
  };
  return { all, only };
}

/** One line, which shows as it is. */
function clean(text: string): string {
  return cleanText(text)
    .replaceAll(/[\t\n\r]/g, ' ')
    .trim();
}
