import { helpCard } from '../cards/helpCard.ts';
import { infoCard } from '../cards/infoCard.ts';
import type { OutgoingMessage } from '../cards/outgoingMessage.ts';
import { whoamiCard } from '../cards/whoamiCard.ts';
import type { Place } from '../questions/question.ts';
import { version } from '../version.ts';
import { actOnce } from './actOnce.ts';
import { cancel } from './cancel.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { Outgoing } from './channel.ts';
import type { Command } from './commands.ts';
import type { BotDeps } from './deps.ts';
import { describeSpaceOf } from './describeSpaceOf.ts';
import { isSelfDeclared } from './isSelfDeclared.ts';
import { lastAnsweredIn } from './lastAnsweredIn.ts';
import { logout } from './logout.ts';
import { ratingMessage } from './ratingMessage.ts';
import { recognizePerson } from './recognizePerson.ts';
import { resetSession } from './resetSession.ts';
import { showHistory } from './showHistory.ts';
import { showSpaces } from './showSpaces.ts';
import { showSql } from './showSql.ts';
import { showStatus } from './showStatus.ts';

type Reply = OutgoingMessage | Outgoing;

/** Does what a command says, once, and answers in the place it came from. */
export async function runCommand(command: Command, place: Place, deps: BotDeps): Promise<void> {
  await actOnce(place, deps, { command }, async () => {
    await deps.channel.post(place, (await replyTo(command, place, deps)) as Outgoing);
  });
}

async function replyTo(command: Command, place: Place, deps: BotDeps): Promise<Reply> {
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
      return showSpaces(place, deps);
    case 'history':
      return showHistory(place, deps);
    case 'sql':
      return (await showSql(place, deps)) ?? { text: noAnswerYet };
    case 'feedback': {
      const question = await lastAnsweredIn(place, deps);
      return question ? ratingMessage(question, deps) : { text: noAnswerYet };
    }
    case 'status':
      return (await showStatus(place, deps)) ?? { text: forAdmins };
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
