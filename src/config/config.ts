import { AppError } from '../common/errors.ts';
import type { LogLevel } from '../common/log.ts';
import type { QuestionSettings } from '../questions/deps.ts';
import type { StorageSettings } from '../storage/openStorage.ts';
import { type BotCloud, readBotCloud } from './botCloud.ts';
import { type BotIdentity, readBotIdentity } from './botIdentity.ts';
import { type BotSettings, readBotSettings } from './botSettings.ts';
import { type ExportSettings, readExportSettings } from './exportSettings.ts';
import { type GenieSettings, readGenieSettings } from './genieSettings.ts';
import { type PageSettings, readPageSettings } from './pageSettings.ts';
import { readQuestionSettings } from './questionSettings.ts';
import { type Env, readSettings } from './settings.ts';
import { readSignInSettings, type SignInSettings } from './signInSettings.ts';
import { readStorageSettings } from './storageSettings.ts';
import { readWorkers } from './workers.ts';

/**
 * Everything that can be set, checked and with defaults filled in: a group for each part that reads it, which gets it
 * as it is. Durations are milliseconds.
 */
export interface Config {
  identity: BotIdentity;
  cloud: BotCloud;
  storage: StorageSettings;
  genie: GenieSettings;
  /** Absent: Genie is asked as the bot, for everyone. */
  signIn: SignInSettings | undefined;
  questions: QuestionSettings;
  sessions: { sessionIdleMs: number };
  bot: BotSettings;
  /** Absent where tables cannot be downloaded. */
  exports: ExportSettings | undefined;
  page: PageSettings;
  logLevel: LogLevel;
  /** For the local host, if set: the most questions it works on at the same time. */
  workers: number | undefined;
}

/**
 * Reads the settings from the environment.
 *
 * @throws AppError `config`, whose message names every setting that is missing or wrong.
 */
export function loadConfig(env: Env = process.env): Config {
  const settings = readSettings(env);
  const identity = readBotIdentity(settings);
  const cloud = readBotCloud(settings);
  const signIn = readSignInSettings(settings, identity, cloud);
  const genie = readGenieSettings(settings, signIn !== undefined);
  const isPerson = signIn !== undefined;
  const bot = readBotSettings(settings, identity, isPerson);
  const arePrivate = bot.channelAnswers === 'private';
  const sessionHours = settings.number('SESSION_TTL_HOURS', 4, { min: 0.001, max: 720 });
  const config: Config = {
    identity,
    cloud,
    storage: readStorageSettings(settings),
    genie,
    signIn,
    questions: readQuestionSettings(settings, genie, { isPerson, arePrivate }),
    sessions: { sessionIdleMs: sessionHours * 3_600_000 },
    bot,
    exports: readExportSettings(settings),
    page: readPageSettings(settings, identity),
    logLevel: settings.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info', {
      warning: 'warn',
    }),
    workers: readWorkers(settings),
  };
  if (settings.problems.length > 0) {
    throw new AppError('config', `These settings are wrong:\n  ${settings.problems.join('\n  ')}`);
  }
  return config;
}
