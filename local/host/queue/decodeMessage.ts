import type { QueueSettings } from '../hostSettings.ts';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The bytes of a message, or `undefined` if it isn't in the encoding that host.json names. As in .NET, Base64 can have
 * white space in it, but needs its padding.
 */
export function decodeMessage(
  text: string,
  encoding: QueueSettings['messageEncoding'],
): Buffer | undefined {
  if (encoding === 'none') return Buffer.from(text);
  const dense = text.replaceAll(/[ \t\r\n]/g, '');
  return dense.length % 4 === 0 && base64.test(dense) ? Buffer.from(dense, 'base64') : undefined;
}
