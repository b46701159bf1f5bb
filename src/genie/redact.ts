/** A text this short says nothing, and would cut holes into every message. */
const shortestPrivate = 6;

const credentials = [
  /\bdapi[0-9a-f]{8,}(?:-\d+)?/gi, // Databricks personal access tokens
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, // JSON web tokens
  /\bBearer\s+\S+/gi,
];

/** `text` on one line, cut to 300 characters, without credentials and without any of the `private` texts. */
export function redact(text: string, privateTexts: readonly string[]): string {
  let result = text;
  for (const secret of privateTexts) {
    if (secret.length >= shortestPrivate) result = result.replaceAll(secret, '[…]');
  }
  for (const credential of credentials) result = result.replace(credential, '[…]');
  result = result.replace(/\s+/g, ' ').trim();
  return result.length > 300 ? `${result.slice(0, 299)}…` : result;
}
