import { AppError } from '../common/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';

/**
 * Checks whether questions can be asked: the space exists, and the credential has access to it.
 *
 * @param spaceId `undefined`: any space will do
 * @throws GenieError, AppError `no-space`
 */
export async function reachSpace(
  client: Pick<GenieClient, 'getSpace' | 'listSpaces'>,
  spaceId: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (spaceId !== undefined) {
    await client.getSpace(spaceId, {}, signal);
    return;
  }
  const spaces = await client.listSpaces(signal);
  if (spaces.length === 0) throw new AppError('no-space', 'The token can see no Genie space');
}
