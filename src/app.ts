import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { createBotCredentials } from './bot/botCredentials.ts';
import { createChannel } from './bot/channel.ts';
import { createCallerCheck } from './bot/checkCaller.ts';
import { createConnectors } from './bot/connectors.ts';
import { createCourier } from './bot/courier.ts';
import type { BotDeps } from './bot/deps.ts';
import { createFeedbackEndpoint } from './bot/feedbackEndpoint.ts';
import { createFeedbackTokens } from './bot/feedbackTokens.ts';
import { handleActivity } from './bot/handleActivity.ts';
import { createMessagesEndpoint } from './bot/messagesEndpoint.ts';
import { createServiceUrlCheck } from './bot/serviceUrl.ts';
import { createTurnAdapter } from './bot/turnAdapter.ts';
import { checkReadiness } from './checkReadiness.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createExporter } from './exports/exporter.ts';
import { createExportLinks } from './exports/exportLinks.ts';
import { createGenieClient } from './genie/client.ts';
import { createGenieGateway } from './genie/genieGateway.ts';
import { reachSpace } from './genie/reachSpace.ts';
import { createStorageCheck } from './genie/storageCheck.ts';
import { createTableReader } from './genie/tableReader.ts';
import { createLog, type LogLevel } from './log.ts';
import { continueQuestion } from './questions/continueQuestion.ts';
import { reportFailure } from './questions/reportFailure.ts';
import { sweep } from './questions/sweep.ts';
import type { RetryPolicy } from './retry.ts';
import { createTokenSource } from './secrets/tokenSource.ts';
import { createManagedIdentity } from './sessions/managedIdentity.ts';
import { openStorage, type Storage } from './sessions/openStorage.ts';
import { parseWork } from './sessions/workMessage.ts';

export interface AppOverrides {
  clock?: Clock;
  storage?: Storage;
  writeLog?: (level: LogLevel, line: string) => void;
}

/** What the functions call. */
export type App = ReturnType<typeof createApp>;

/** Puts the app together, by hand: what uses what is to be read here. Nothing is called before it is needed. */
export function createApp(config: Config, overrides: AppOverrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const log = createLog(config.logLevel, overrides.writeLog ?? writeToConsole);
  if (config.logLevel === 'debug') {
    log.warn('log.private', { warning: 'LOG_LEVEL is DEBUG: the log shows what people ask' });
  }
  const storage = overrides.storage ?? openStorage(config.storage, clock);
  const { databricks, identity, cloud } = config;
  const tokens = createTokenSource(databricks.auth, { clock });
  const clientWith = (retry: RetryPolicy) =>
    createGenieClient({ host: databricks.host, tokens, clock, retry, log });
  const { retry } = config.genie;
  const once = clientWith({ ...retry, retries: 0 });
  const genie = createGenieGateway(clientWith(retry), once, clock, log);

  const isConnector = createServiceUrlCheck(identity, cloud);
  const credentials = createBotCredentials(identity, cloud, createManagedIdentity);
  const connectors = createConnectors(identity, cloud, credentials);
  const channel = createChannel(connectors, isConnector);
  const { charts, feedbackCards, adminContact, genieFeedback, sampleQuestions } = config;
  const exportLinks =
    config.exports &&
    createExportLinks({
      baseUrl: config.exports.baseUrl,
      lifetimeMs: config.exports.linkMs,
      readKey: storage.readSigningKey,
      clock,
    });
  const exportAnswer =
    exportLinks &&
    createExporter({
      links: exportLinks,
      questions: storage.questions,
      readWholeTable: createTableReader(clientWith(retry), {
        clock,
        isStorage: createStorageCheck(databricks.host, config.exports?.allowedHosts ?? []),
      }),
      clock,
      log,
    });
  const feedbackTokens = createFeedbackTokens(storage.readSigningKey);
  const courier = createCourier({
    channel,
    genie,
    clock,
    log,
    charts,
    feedbackCards,
    feedbackTokens,
    exportLinks,
    adminContact,
  });

  const deps: BotDeps = {
    ...storage,
    genie,
    courier,
    channel,
    people: config.people,
    clock,
    log,
    sessionIdleMs: config.sessionIdleMs,
    settings: {
      workspace: new URL(databricks.host).host,
      spaceIds: databricks.spaceIds,
      questionsPerMinute: config.genie.questionsPerMinute,
      genieTimeoutMs: config.genie.timeoutMs,
      maxWaitingQuestions: config.maxWaitingQuestions,
      userQuestionsPerMinute: config.userQuestionsPerMinute,
      retry,
      prependUserEmail: config.prependUserEmail,
      keepQuestionsMs: config.audit.keptMs,
      keepWords: config.audit.withWords,
    },
    charts,
    feedbackCards,
    exportLinks,
    genieFeedback,
    feedbackTokens,
    requireEmail: config.requireEmail,
    adminUsers: config.adminUsers,
    sampleQuestions,
    adminContact,
    isDemo: config.isDemo,
  };

  return {
    log,
    /** `POST /api/messages`. */
    receiveActivity: createMessagesEndpoint({
      adapter: createTurnAdapter(connectors),
      checkCaller: createCallerCheck(identity, cloud, isConnector),
      handleActivity: (activity) => handleActivity(activity, deps),
      log,
    }) satisfies (request: HttpRequest) => Promise<HttpResponseInit>,
    /** Carries on the question that a queue message names. @throws for a message that cannot be read */
    async continueQuestion(message: unknown): Promise<void> {
      const work = parseWork(message);
      if (work === undefined) throw new Error('The queue message names no question');
      await continueQuestion(work, deps);
    },
    /** Has the question looked after anew whose queue message failed too often. */
    reportFailure: (message: unknown) => reportFailure(parseWork(message)?.questionId, deps),
    /** `POST /api/feedback`. */
    receiveRating: createFeedbackEndpoint(deps),
    /** The file behind a download link; as good as unknown where downloads are off. */
    exportAnswer: exportAnswer ?? (async () => ({ reason: 'unknown' as const })),
    sweep: () => sweep(deps, [storage.handled]),
    /** Resolves when what the app cannot do without is reachable. @throws AppError */
    check: () => storage.check(),
    /** Whether everything that an answer needs is reachable, one by one. */
    checkReadiness: () =>
      checkReadiness(
        {
          storage: () => storage.check(),
          // A source of its own: what the app has cached would hide that the vault is gone.
          credential: (signal) => createTokenSource(databricks.auth, { clock }).getToken(signal),
          genie: (signal) => reachSpace(once, databricks.spaceIds[0], signal),
        },
        { clock, log },
      ),
  };
}

function writeToConsole(level: LogLevel, line: string): void {
  console[level](line);
}
