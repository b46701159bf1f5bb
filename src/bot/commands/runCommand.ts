import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { helpCard } from '../../cards/talk/helpCard.ts';
import { infoCard } from '../../cards/talk/infoCard.ts';
import { whoamiCard } from '../../cards/talk/whoamiCard.ts';
import { version } from '../../common/version.ts';
import type { Place } from '../../questions/place.ts';
import {
  changeSession,
  type SessionDeps,
  startingAnew,
} from '../../questions/sessions/changeSession.ts';
import { touched } from '../../questions/sessions/sessionTurn.ts';
import type { BotDeps } from '../deps.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { historyMessage } from '../messages/historyMessage.ts';
import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { ratingMessage } from '../messages/ratingMessage.ts';
import { spacesMessage } from '../messages/spacesMessage.ts';
import { sqlMessage } from '../messages/sqlMessage.ts';
import { statusMessage } from '../messages/statusMessage.ts';
import { recognizePerson } from '../people/recognizePerson.ts';
import { cardChannelOf, isSelfDeclared } from '../place.ts';
import type { Outgoing } from '../ports.ts';
import { actOnce } from '../sending/actOnce.ts';
import { cancel } from './cancel.ts';
import { logout } from './logout.ts';
import type { Command } from './parseCommand.ts';

/** Does what a command says, once, and answers in the place it came from. */
export async function runCommand(command: Command, place: Place, deps: BotDeps): Promise<void> {
  await actOnce(place, deps, { command }, async () => {
    await deps.channel.post(place, await replyTo(command, place, deps));
  });
}

async function replyTo(command: Command, place: Place, deps: BotDeps): Promise<Outgoing> {
  switch (command) {
    case 'help': {
      const { sampleQuestions } = await describeSpaceOf(place, deps);
      const { adminContact } = deps;
      return helpCard({ channel: cardChannelOf(place), sampleQuestions, adminContact });
    }
    case 'info':
      return describeBot(place, deps);
    case 'whoami':
      return whoamiCard(cardChannelOf(place), await recognizePerson(place, deps));
    case 'email':
      if (isSelfDeclared(place)) return { text: askForEmail };
      return whoamiCard(cardChannelOf(place), await recognizePerson(place, deps));
    case 'reset':
      await resetSession(place, deps);
      return { text: 'Done. Your next question starts a new conversation.' };
    case 'logout':
    case 'logout and delete':
      return { text: await logout(command === 'logout and delete', place, deps) };
    case 'cancel':
      return { text: await cancel(place, deps) };
    case 'spaces':
      return spacesMessage(place, deps);
    case 'history':
      return historyMessage(place, deps);
    case 'sql':
      return (await sqlMessage(place, deps)) ?? { text: noAnswerYet };
    case 'feedback': {
      const question = await lastAnsweredIn(place, deps);
      return question ? ratingMessage(question, deps) : { text: noAnswerYet };
    }
    case 'status':
      return (await statusMessage(place, deps)) ?? { text: forAdmins };
  }
}

const askForEmail =
  'What is your e-mail address? Just write it, with your name if you like: “Ada Lovelace <ada@example.com>”. Nobody checks it, so it is kept as not verified.';

const forAdmins = 'Only the people who run this bot can see how it is doing.';

const noAnswerYet = 'You have had no answer here yet.';

async function describeBot(place: Place, deps: BotDeps): Promise<OutgoingMessage> {
  const { space } = await describeSpaceOf(place, deps);
  return infoCard({
    channel: cardChannelOf(place),
    ...(space && { space }),
    sendsEmail: deps.settings.prependUserEmail,
    sendsRatings: deps.genieFeedback,
    sessionHours: deps.sessionIdleMs / 3_600_000,
    adminContact: deps.adminContact,
    version,
    demo: deps.isDemo,
  });
}

/**
 * Has the next question start a new conversation; the old one stays in the history. A question on its way still gets
 * its answer.
 */
async function resetSession(place: Place, deps: SessionDeps): Promise<void> {
  await changeSession(place, deps, (session) => ({
    ...startingAnew(session),
    ...touched(deps.clock.now(), deps.sessionIdleMs),
  }));
}
