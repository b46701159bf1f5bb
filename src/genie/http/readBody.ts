import { readBytes } from '../../common/readBytes.ts';
import { GenieError } from '../errors.ts';

/**
 * The body of an answer.
 *
 * @param name whose answer it is
 * @throws GenieError `too-large` for a body that is larger; whatever the connection throws when it breaks.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  name = 'Genie',
): Promise<Buffer> {
  const bytes = await readBytes(response.body, maxBytes);
  if (bytes !== undefined) return bytes;
  const message = `${name} answered with more than ${maxBytes} bytes`;
  throw new GenieError('too-large', message, { status: response.status, acted: 'maybe' });
}
