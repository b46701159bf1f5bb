/**
 * Table Storage forbids `/ \ # ?` and control characters in keys, and `%` and quotes get lost on the way. So whatever
 * is not plainly safe is written as `_` and the four hex digits of its UTF-16 code unit.
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
export function encodeKey(text: string): string {
  return text.replace(
    /[^0-9A-Za-z.-]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text that `encodeKey` was given. */
export function decodeKey(key: string): string {
  return key.replace(/_([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
