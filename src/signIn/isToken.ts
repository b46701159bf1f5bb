/** A longer one doesn't fit into a request's headers. */
export const maxTokenLength = 16_384;

/** Whether a text can be sent as a bearer token: ASCII that shows. */
export function isToken(text: string): boolean {
  return text.length > 0 && text.length <= maxTokenLength && !/[^\x21-\x7e]/.test(text);
}
