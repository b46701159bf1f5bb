import { statusCard } from '../../cards/talk/statusCard.ts';
import { readStatus } from '../../questions/upkeep/readStatus.ts';
import { isAdmin } from '../people/isAdmin.ts';
import { cardChannelOf } from '../place.ts';
import type { Command } from './command.ts';

/** How the bot is doing, for its admins alone. */
export const status: Command = {
  name: 'status',
  async reply(place, deps) {
    if (!(await isAdmin(place, deps))) return { text: forAdmins };
    return statusCard(cardChannelOf(place), await readStatus(deps));
  },
};

const forAdmins = 'Only the people who run this bot can see how it is doing.';
