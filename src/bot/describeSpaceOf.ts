import type { Space } from '../genie/types.ts';
import { sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';

/** How long a greeting waits for Genie's description of the space. */
const patienceMs = 3_000;

/** The space that a place's user asks; `undefined` while Genie cannot say. */
export async function describeSpaceOf(
  place: Place,
  { sessions, genie, settings, clock, log }: BotDeps,
): Promise<Space | undefined> {
  const describe = async () => {
    const session = await sessions.get(sessionIdOf(place));
    const spaceId = session?.value.spaceId ?? settings.spaceId ?? (await genie.findSpace());
    return genie.describeSpace(spaceId);
  };
  return Promise.race([describe(), clock.sleep(patienceMs).then(() => undefined)]).catch(
    (error: unknown) => {
      log.warn('space.unknown', { error });
      return undefined;
    },
  );
}
