import type { Space } from '../../genie/types.ts';
import type { BotDeps } from '../deps.ts';

/** The spaces that may be asked: those of the settings in their order, or else all that Genie shows. */
export async function listAllowedSpaces({
  genie,
  settings,
}: Pick<BotDeps, 'genie' | 'settings'>): Promise<Space[]> {
  const { spaceIds } = settings;
  if (spaceIds.length === 0) return genie.listSpaces();
  return Promise.all(
    // One that cannot be read now is still there, only without its words.
    spaceIds.map((id) => genie.describeSpace(id).catch(() => ({ id, title: id }))),
  );
}
