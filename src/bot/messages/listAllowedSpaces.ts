import type { Space } from '../../genie/types.ts';
import type { BotDeps } from '../deps.ts';

/** The spaces that people can use: those in the settings, in that order, or all that Genie lists. */
export async function listAllowedSpaces({
  genie,
  settings,
}: Pick<BotDeps, 'genie' | 'settings'>): Promise<Space[]> {
  const { spaceIds } = settings;
  if (spaceIds.length === 0) return genie.listSpaces();
  return Promise.all(
    // A space that can't be read right now is listed by its id.
    spaceIds.map((id) => genie.describeSpace(id).catch(() => ({ id, title: id }))),
  );
}
