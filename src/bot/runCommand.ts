import { helpCard } from '../cards/helpCard.ts';
import { infoCard } from '../cards/infoCard.ts';
import type { OutgoingMessage } from '../cards/outgoingMessage.ts';
import { whoamiCard } from '../cards/whoamiCard.ts';
import type { Place } from '../questions/question.ts';
import { version } from '../version.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { Outgoing } from './channel.ts';
import type { Command } from './commands.ts';
import type { BotDeps } from './deps.ts';
import { describeSpaceOf } from './describeSpaceOf.ts';
import { recognizePerson } from './recognizePerson.ts';
import { resetSession } from './resetSession.ts';

/** Does what a command says, and answers in the place it came from. */
export async function runCommand(command: Command, place: Place, deps: BotDeps): Promise<void> {
  await deps.channel.post(place, (await replyTo(command, place, deps)) as Outgoing);
}

async function replyTo(
  command: Command,
  place: Place,
  deps: BotDeps,
): Promise<OutgoingMessage | { text: string }> {
  const channel = cardChannelOf(place);
  const { sampleQuestions, adminContact } = deps;
  switch (command) {
    case 'help':
      return helpCard({ channel, sampleQuestions, adminContact });
    case 'whoami':
      return whoamiCard(channel, await recognizePerson(place, deps));
    case 'reset':
      await resetSession(place, deps);
      return { text: 'Done. Your next question starts a new conversation.' };
    case 'info': {
      const space = await describeSpaceOf(place, deps);
      return infoCard({
        channel,
        ...(space && { space }),
        sendsEmail: deps.settings.prependUserEmail,
        sendsRatings: deps.genieFeedback,
        sessionHours: deps.sessionIdleMs / 3_600_000,
        adminContact,
        version,
        demo: deps.isDemo,
      });
    }
  }
}
