import type { BotIdentity } from './botIdentity.ts';
import { type PeopleRules, readPeopleRules } from './people.ts';
import type { Settings } from './settings.ts';

/** How the bot talks, and with whom. */
export interface BotSettings {
  people: PeopleRules;
  /** People whom no channel vouches for must give an email address before they can ask. */
  requireEmail: boolean;
  /** Who sees the answers to what is asked in Teams channels and group chats: everyone there, or the asker alone. */
  channelAnswers: 'open' | 'private';
  /** Entra object ids and email addresses, in lower case, of people who can change settings for a whole channel. */
  adminUsers: readonly string[];
  adminContact: string;
  sampleQuestions: readonly string[];
  /** BCP 47: for people whose client names no language, or one that the bot doesn’t speak. */
  defaultLocale: string;
  /** IANA: for people whose client names none. */
  timeZone: string;
  /** Whether tables are shown as charts, too. */
  charts: boolean;
  feedbackCards: boolean;
  genieFeedback: boolean;
  /** Genie is the local demo workspace: people are told that its data is made up. */
  isDemo: boolean;
}

const defaultSampleQuestions = [
  'What data can I ask about?',
  'Which products generate the highest total sales value?',
  'Show me revenue by month',
].join(';');

/** @param isPerson Genie is asked as each person: others may have fewer rights than the asker */
export function readBotSettings(
  settings: Settings,
  identity: BotIdentity,
  isPerson: boolean,
): BotSettings {
  return {
    people: readPeopleRules(settings, identity),
    requireEmail: settings.flag('REQUIRE_EMAIL', false),
    channelAnswers: settings.choice(
      'CHANNEL_ANSWERS',
      ['open', 'private'],
      isPerson ? 'private' : 'open',
    ),
    adminUsers: settings.list('ADMIN_USERS').map((id) => id.toLowerCase()),
    adminContact: settings.text('ADMIN_CONTACT_EMAIL') ?? 'admin@company.com',
    sampleQuestions: readSampleQuestions(settings),
    defaultLocale: settings.locale('DEFAULT_LOCALE', 'en-US'),
    timeZone: settings.timeZone('TIME_ZONE', 'UTC'),
    charts: settings.flag('ENABLE_CHARTS', true),
    feedbackCards: settings.flag('ENABLE_FEEDBACK_CARDS', true),
    genieFeedback: settings.flag('ENABLE_GENIE_FEEDBACK_API', true),
    isDemo: settings.flag('GENIE_DEMO', false),
  };
}

function readSampleQuestions(settings: Settings): string[] {
  const list = settings.text('SAMPLE_QUESTIONS') ?? defaultSampleQuestions;
  return list
    .split(';')
    .map((question) => question.trim())
    .filter((question) => question !== '');
}
