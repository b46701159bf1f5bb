import { statusCard } from '../../cards/talk/statusCard.ts';
import { readStatus } from '../../questions/upkeep/readStatus.ts';
import { isAdmin } from '../people/isAdmin.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Shows how the bot is doing, to admins only. */
export const status: Command = {
  name: 'status',
  async reply(place, deps) {
    const reader = readerOf(place, deps);
    if (!(await isAdmin(place, deps))) return { text: reader.texts.firstSteps.adminsOnly.status };
    return statusCard(reader, await readStatus(deps));
  },
};
