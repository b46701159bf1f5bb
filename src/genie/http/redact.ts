import { maskCredentials } from '../../common/maskSecrets.ts';

/** A text this short says nothing, and would cut holes into every message. */
const shortestPrivate = 6;

/** `text` on one line, cut to 300 characters, without credentials and without any of the `private` texts. */
export function redact(text: string, privateTexts: readonly string[]): string {
  let result = text;
  for (const secret of privateTexts) {
    if (secret.length >= shortestPrivate) result = result.replaceAll(secret, '[…]');
  }
  result = maskCredentials(result).replace(/\s+/g, ' ').trim();
  return result.length > 300 ? `${result.slice(0, 299)}…` : result;
}
