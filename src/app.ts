import { randomUUID } from 'node:crypto';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { CloudAdapter } from 'botbuilder';
import { createAuthentication, createBotClaims } from './bot/authentication.ts';
import { createChannel } from './bot/channel.ts';
import { createCourier } from './bot/courier.ts';
import type { BotDeps } from './bot/deps.ts';
import { handleActivity } from './bot/handleActivity.ts';
import { createMessagesEndpoint } from './bot/messagesEndpoint.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createGenieClient } from './genie/client.ts';
import { createGenieGateway } from './genie/genieGateway.ts';
import { createLog, type LogLevel } from './log.ts';
import { continueQuestion } from './questions/continueQuestion.ts';
import { rateAnswer } from './questions/rateAnswer.ts';
import { reportFailure } from './questions/reportFailure.ts';
import { sweep } from './questions/sweep.ts';
import type { RetryPolicy } from './retry.ts';
import { createTokenSource } from './secrets/tokenSource.ts';
import { openStorage } from './sessions/openStorage.ts';
import { parseWork } from './sessions/workMessage.ts';

/** How long an ended question is kept: for ratings, and as the audit trail. */
const keepQuestionsMs = 30 * 24 * 3_600_000;

export interface AppOverrides {
  clock?: Clock;
  writeLog?: (level: LogLevel, line: string) => void;
}

/** What the functions call. */
export type App = ReturnType<typeof createApp>;

/** Puts the app together, by hand: what uses what is to be read here. Nothing is called before it is needed. */
export function createApp(config: Config, overrides: AppOverrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const log = createLog(config.logLevel, overrides.writeLog ?? writeToConsole);
  const storage = openStorage(config.storage, clock);
  const { databricks, identity } = config;
  const tokens = createTokenSource(databricks.auth, { clock });
  const clientWith = (retry: RetryPolicy) =>
    createGenieClient({ host: databricks.host, tokens, clock, retry, log });
  const { retry } = config.genie;
  const genie = createGenieGateway(clientWith(retry), clientWith({ ...retry, retries: 0 }), clock);

  const authentication = createAuthentication(identity);
  const channel = createChannel(authentication, createBotClaims(identity));
  const { feedbackCards, adminContact, genieFeedback, sampleQuestions } = config;
  const courier = createCourier({ channel, genie, clock, log, feedbackCards, adminContact });

  const deps: BotDeps = {
    ...storage,
    genie,
    courier,
    channel,
    clock,
    log,
    owner: randomUUID(),
    sessionIdleMs: config.sessionIdleMs,
    settings: {
      workspace: new URL(databricks.host).host,
      ...(databricks.spaceId && { spaceId: databricks.spaceId }),
      questionsPerMinute: config.genie.questionsPerMinute,
      genieTimeoutMs: config.genie.timeoutMs,
      maxWaitingQuestions: config.maxWaitingQuestions,
      retry,
      prependUserEmail: config.prependUserEmail,
      keepQuestionsMs,
    },
    feedbackCards,
    genieFeedback,
    sampleQuestions,
    adminContact,
    isDemo: config.isDemo,
  };

  return {
    log,
    /** `POST /api/messages`. */
    receiveActivity: createMessagesEndpoint({
      adapter: new CloudAdapter(authentication),
      identity,
      handleActivity: (activity) => handleActivity(activity, deps),
      log,
    }) satisfies (request: HttpRequest) => Promise<HttpResponseInit>,
    /** Carries on the question that a queue message names. @throws for a message that cannot be read */
    async continueQuestion(message: unknown): Promise<void> {
      const work = parseWork(message);
      if (work === undefined) throw new Error('The queue message names no question');
      await continueQuestion(work, deps);
    },
    /** Tells the asker of the question whose queue message failed too often. */
    reportFailure: (message: unknown) => reportFailure(parseWork(message)?.questionId, deps),
    rate: (rating: Parameters<typeof rateAnswer>[0]) => rateAnswer(rating, deps),
    sweep: () => sweep(deps),
    /** Resolves when what the app cannot do without is reachable. @throws AppError */
    check: () => storage.check(),
  };
}

function writeToConsole(level: LogLevel, line: string): void {
  console[level](line);
}
