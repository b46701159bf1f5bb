/** Where in a list a page ends: after the entry with this time and ID. */
export interface Cursor {
  /** Milliseconds since 1970. */
  at: number;
  id: string;
}

/** A cursor as one opaque word. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at}.${id}`).toString('base64url');
}

/** The inverse of `writeCursor`; `undefined`: we didn't make it. */
export function readCursor(word: string): Cursor | undefined {
  if (word.length > 120) return undefined;
  const text = Buffer.from(word, 'base64url').toString('latin1');
  const [, at, id] = /^(\d{1,15})\.([\da-f]{32}-[\da-f]{32})$/.exec(text) ?? [];
  return at && id ? { at: Number(at), id } : undefined;
}
