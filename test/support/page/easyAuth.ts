/** Whom Easy Auth has signed in, as the claims of their token say. */
export interface Account {
  oid: string;
  name?: string;
  /** The name that they sign in with. */
  upn?: string;
  tid?: string;
  /** More claims, or others. */
  claims?: Record<string, string>;
  /** Their token for the bot's app, if Easy Auth has one. */
  token?: string;
}

const longNames: Record<string, string> = {
  oid: 'http://schemas.microsoft.com/identity/claims/objectidentifier',
  tid: 'http://schemas.microsoft.com/identity/claims/tenantid',
};

/** The headers that Easy Auth adds to a request of theirs. */
export function easyAuthHeaders({ oid, name, upn, tid, claims, token }: Account) {
  const said: Record<string, string | undefined> = {
    aud: 'app',
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    oid,
    tid,
    name,
    preferred_username: upn,
    ...claims,
  };
  const principal = {
    auth_typ: 'aad',
    claims: Object.entries(said).flatMap(([typ, val]) =>
      val === undefined ? [] : [{ typ: longNames[typ] ?? typ, val }],
    ),
    name_typ: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    role_typ: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role',
  };
  return {
    'x-ms-client-principal-id': oid,
    'x-ms-client-principal-idp': 'aad',
    'x-ms-client-principal-name': upn ?? '',
    'x-ms-client-principal': Buffer.from(JSON.stringify(principal)).toString('base64'),
    ...(token && { 'x-ms-token-aad-access-token': token }),
  };
}
