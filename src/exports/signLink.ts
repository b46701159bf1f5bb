import { createHmac } from 'node:crypto';

export type ExportFormat = 'csv' | 'xlsx';

/** What a download link opens: one table of one answer, in one format, for a while. */
export interface ExportLink {
  questionId: string;
  /** Genie's attachment. */
  table: string;
  format: ExportFormat;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The texts that make up a link's address. */
export interface SignedLink {
  answer: string;
  table: string;
  format: string;
  expires: string;
  signature: string;
}

/** Turns a link into texts that can't be made or changed without `key`. */
export function signLink({ questionId, table, format, expiresAt }: ExportLink, key: Buffer) {
  const texts = { answer: questionId, table, format, expires: String(expiresAt) };
  return { ...texts, signature: signatureOf(texts, key) } satisfies SignedLink;
}

/** HMAC-SHA256 (RFC 2104) in base64url. The texts are signed exactly as written, so that none has a second spelling. */
export function signatureOf(
  { answer, table, format, expires }: Omit<SignedLink, 'signature'>,
  key: Buffer,
): string {
  const signed = JSON.stringify(['export', answer, table, format, expires]);
  return createHmac('sha256', key).update(signed).digest('base64url');
}
