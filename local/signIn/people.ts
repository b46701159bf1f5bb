/** A made-up person whom people can sign in as. */
export interface Person {
  /** Their object id in Entra ID: what the rest tells them by. */
  oid: string;
  tid?: string;
  name: string;
  upn: string;
}
