/** What replaces a secret. */
const mask = '[…]';

const credentials = [
  /\bdapi[0-9a-f]{8,}(?:-\d+)?/gi, // Databricks personal access tokens
  /\beyJ[\w.-]{16,}/g, // JSON web tokens
  /\bBearer\s+[^\s"\\]+/gi,
  /\bBasic\s+[\w+/-]{16,}={0,2}/gi, // Shorter ones are words.
  /(?<=\b(?:AccountKey|SharedAccessSignature|sig|signature|X-Amz-Signature|client_secret)=)[^\s"&;\\]+/gi,
];

/** With whatever follows without a gap. It is found from its start only, or long words would be searched at each letter. */
const maybeEmail = /(?<![\w.+-])[\w.+-]+(?:@[\w.+-]+)+/g;
const emailHost = /@[^@]*\.[a-z]{2}/i;

/** `text` without the credentials in it that can be told by their looks. */
export function maskCredentials(text: string): string {
  return credentials.reduce((masked, pattern) => masked.replace(pattern, mask), text);
}

/** `text` without the email addresses in it. */
export function maskEmails(text: string): string {
  return text.replace(maybeEmail, (found) => {
    if (!emailHost.test(found)) return found;
    return found.endsWith('.') ? `${mask}.` : mask;
  });
}
