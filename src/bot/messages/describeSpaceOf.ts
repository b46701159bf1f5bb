import { codeOf } from '../../common/errors.ts';
import { withPatience } from '../../common/timeLimit.ts';
import type { Space } from '../../genie/types.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { spaceOf } from '../../questions/sessions/spaceOf.ts';
import type { BotDeps } from '../deps.ts';

/** How long a message waits for Genie to describe the space. */
const patienceMs = 3_000;

export interface DescribedSpace {
  /** `undefined` if Genie can't be asked. */
  space: Space | undefined;
  /** The space's own, or those in the settings; without any that would be a command. */
  sampleQuestions: readonly string[];
}

/** The space that the place's user asks, and sample questions for it. */
export async function describeSpaceOf(place: Place, deps: BotDeps): Promise<DescribedSpace> {
  const { sessions, genie, clock, log } = deps;
  const describe = async (): Promise<DescribedSpace> => {
    const session = await sessions.get(sessionIdOf(place));
    const spaceId = await spaceOf(session?.value ?? {}, place, deps);
    const [space, own] = await Promise.all([
      genie.describeSpace(spaceId),
      genie.listSampleQuestions(spaceId),
    ]);
    const questions = own.filter(deps.isQuestion);
    return { space, sampleQuestions: questions.length > 0 ? questions : deps.sampleQuestions };
  };
  const described = await withPatience(patienceMs, clock, describe()).catch((error: unknown) => {
    // Who hasn't signed in yet isn't told of a space.
    if (codeOf(error) !== 'sign-in-required') log.warn('space.unknown', { error });
    return undefined;
  });
  return described ?? { space: undefined, sampleQuestions: deps.sampleQuestions };
}
