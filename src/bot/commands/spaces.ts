import { spacesCard } from '../../cards/talk/spacesCard.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { spaceOf } from '../../questions/sessions/spaceOf.ts';
import { listAllowedSpaces } from '../messages/listAllowedSpaces.ts';
import { mayShareSpace } from '../people/isAdmin.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

export const spaces: Command = {
  name: 'spaces',
  async reply(place, deps) {
    const session = (await deps.sessions.get(sessionIdOf(place)))?.value ?? {};
    const [allowed, currentId, mayShare] = await Promise.all([
      listAllowedSpaces(deps),
      spaceOf(session, place, deps),
      mayShareSpace(place, deps),
    ]);
    return spacesCard({ ...readerOf(place, deps), spaces: allowed, currentId, mayShare });
  },
};
