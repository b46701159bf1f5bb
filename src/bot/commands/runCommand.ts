import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { actOnce } from '../sending/actOnce.ts';
import type { Command } from './command.ts';

/** Runs a command once, and posts its reply where it was typed. */
export async function runCommand(command: Command, place: Place, deps: BotDeps): Promise<void> {
  await actOnce(place, deps, { command: command.name }, async () => {
    const reply = await command.reply(place, deps);
    if (reply) await deps.channel.post(place, reply);
  });
}
