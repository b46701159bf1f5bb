// The first three parts of a GUID are numbers, stored with their lowest byte first.
const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** A GUID as the token service of the Bot Framework writes it: its 16 bytes in base64url. */
export function encodeGuid(guid: string): string {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  return Buffer.from(order.map((at) => bytes[at] ?? 0)).toString('base64url');
}
