import { statusCard } from '../../cards/talk/statusCard.ts';
import { readStatus } from '../../questions/upkeep/readStatus.ts';
import { isAdmin } from '../people/isAdmin.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Shows how the bot is doing, to admins only. */
export const status: Command = {
  name: 'status',
  async reply(place, deps) {
    if (!(await isAdmin(place, deps))) return { text: forAdmins };
    return statusCard(readerOf(place, deps), await readStatus(deps));
  },
};

const forAdmins = 'Only admins of this bot can see its status.';
