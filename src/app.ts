import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { hasOwnRows } from './answers/text/ownRows.ts';
import { handleActivity } from './bot/activities/handleActivity.ts';
import { isQuestion } from './bot/activities/isQuestion.ts';
import type { BotDeps } from './bot/deps.ts';
import { createFeedbackEndpoint } from './bot/endpoints/feedbackEndpoint.ts';
import { createMessagesEndpoint } from './bot/endpoints/messagesEndpoint.ts';
import { createFeedbackTokens } from './bot/feedbackTokens.ts';
import { createBotCredentials } from './bot/framework/botCredentials.ts';
import { createConnectorChannel } from './bot/framework/connectorChannel.ts';
import { createConnectors } from './bot/framework/connectors.ts';
import { createServiceUrlCheck } from './bot/framework/serviceUrl.ts';
import { createTurnRunner } from './bot/framework/turnRunner.ts';
import { createCallerCheck } from './bot/gate/checkCaller.ts';
import { createCourier } from './bot/sending/courier.ts';
import { withPlainText } from './bot/sending/withPlainText.ts';
import { createOwners } from './bot/subscriptions/createOwners.ts';
import { createFindVisitor } from './bot/visitors/findVisitor.ts';
import { checkReadiness } from './checkReadiness.ts';
import { type Clock, systemClock } from './common/clock.ts';
import type { Identity } from './common/identity.ts';
import { createLog, type LogLevel } from './common/log.ts';
import type { RetryPolicy } from './common/retry.ts';
import { version } from './common/version.ts';
import type { Config } from './config/config.ts';
import { createIdentities } from './createIdentities.ts';
import { createExporter } from './exports/exporter.ts';
import { createExportLinks } from './exports/exportLinks.ts';
import { createModes } from './gateway/agent/createModes.ts';
import { createAnswerers } from './gateway/createAnswerers.ts';
import { createEndpointAnswerer } from './gateway/endpointAnswerer.ts';
import { createGenieGateway } from './gateway/genieGateway.ts';
import { probeGenie } from './gateway/probeGenie.ts';
import { reachSpace } from './gateway/reachSpace.ts';
import { readKeptTable } from './gateway/readKeptTable.ts';
import { createStorageCheck } from './gateway/storageCheck.ts';
import { createTableReader } from './gateway/tableReader.ts';
import { createGenieClient } from './genie/client.ts';
import type { TokenSource } from './genie/tokenSource.ts';
import type { Page } from './page/createPage.ts';
import { checkIdentity } from './questions/answered/checkIdentity.ts';
import { continueQuestion } from './questions/life/continueQuestion.ts';
import { rescueQuestion } from './questions/ownership/rescueQuestion.ts';
import { lookAtDue } from './questions/subscriptions/lookAtDue.ts';
import { rescueSubscription } from './questions/subscriptions/rescueSubscription.ts';
import { sweep } from './questions/upkeep/sweep.ts';
import { createTokenSource } from './secrets/databricksTokens.ts';
import { createManagedIdentity } from './secrets/managedIdentity.ts';
import { createServingClient } from './serving/createServingClient.ts';
import { createNobodysGenie } from './signIn/nobodysGenie.ts';
import { noTokens } from './signIn/personalIdentities.ts';
import { openStorage, type Storage } from './storage/openStorage.ts';
import { parseLook, parseWork } from './storage/workMessage.ts';
import { textsForBrowser } from './texts/textsForBrowser.ts';

export interface AppOverrides {
  clock?: Clock;
  storage?: Storage;
  writeLog?: (level: LogLevel, line: string) => void;
}

/** What the functions call. */
export type App = ReturnType<typeof createApp>;

/** Puts the app together by hand: this file shows what depends on what. Nothing is called before it is needed. */
export function createApp(config: Config, overrides: AppOverrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const log = createLog(config.logLevel, overrides.writeLog ?? writeToConsole);
  if (config.logLevel === 'debug') {
    log.warn('log.private', { warning: 'LOG_LEVEL is DEBUG: the log shows what people ask' });
  }
  // Not in /api/health: anyone can read that, and a version tells them which faults to try.
  log.info('app.started', { version });
  const { questionsPerMinute, userQuestionsPerMinute } = config.questions;
  if (config.questions.asksGenie && userQuestionsPerMinute > questionsPerMinute) {
    log.warn('settings.userLimit', {
      warning:
        'USER_QUESTIONS_PER_MINUTE is above GENIE_QUESTIONS_PER_MINUTE: one person can take all of Genie',
      userQuestionsPerMinute,
      questionsPerMinute,
    });
  }
  if (config.page.access === 'signed-in' && config.page.directLine.secret === undefined) {
    log.warn('settings.page', {
      warning: 'CHAT_PAGE is on without DIRECT_LINE_SECRET_NAME: the page gets no tokens',
    });
  }
  const storage = overrides.storage ?? openStorage(config.storage, clock);
  const { identity, cloud } = config;
  const { host, auth, retry, asksForCharts, mode } = config.genie;
  const rights: Identity = config.signIn ? 'person' : 'bot';
  const ownTokens = createTokenSource(auth, { clock });
  const clientWith = (tokens: TokenSource, policy: RetryPolicy) =>
    createGenieClient({ host, tokens, clock, retry: policy, log, asksForCharts });
  const patientClient = (tokens: TokenSource) => clientWith(tokens, retry);
  const hastyClient = (tokens: TokenSource) => clientWith(tokens, { ...retry, retries: 0 });
  const inBothModes = createModes({ host, mode, retry, identity: rights, clock, log });
  const { asksGenie, endpoints: endpointNames } = config.questions;
  const createEndpoints = (tokens: TokenSource) =>
    createEndpointAnswerer({
      client: createServingClient({ host, tokens, clock, log }),
      turns: storage.turns,
      ...config.sessions,
      clock,
      log,
    });
  const createGenie = (tokens: TokenSource) => {
    const once = hastyClient(tokens);
    const options = { clock, log, host, identity: rights };
    const genie = createGenieGateway(patientClient(tokens), once, options);
    return createAnswerers({
      genie: inBothModes({ genie, once, tokens }),
      asksGenie,
      endpoints: { names: endpointNames, answerer: createEndpoints(tokens) },
    });
  };

  const isConnector = createServiceUrlCheck(identity, cloud);
  const credentials = createBotCredentials(identity, cloud, createManagedIdentity);
  const connectors = createConnectors(identity, cloud, credentials);
  const { identities, tokensOf, signIn } = createIdentities({
    config,
    credentials,
    ownTokens,
    createGenie,
    signIns: storage.signIns,
    clock,
    log,
  });
  const channel = withPlainText(createConnectorChannel(connectors, isConnector), log, config.bot);
  const exportLinks =
    config.exports &&
    createExportLinks({ ...config.exports, readKey: storage.readSigningKey, clock });
  const isStorage = createStorageCheck(host, config.exports?.allowedHosts ?? []);
  const exportAnswer =
    exportLinks &&
    createExporter({
      links: exportLinks,
      questions: storage.questions,
      allowances: storage.allowances,
      readWholeTableFor(question) {
        const client = patientClient(tokensOf(question.place));
        const readFromGenie = createTableReader(client, { clock, isStorage });
        const answerer = identities.genieOf(question.place, question.askedAs);
        return async (ids, attachmentId, signal) => {
          await checkIdentity(question, { identities });
          return hasOwnRows({ attachmentId })
            ? readKeptTable(answerer, ids, attachmentId, signal)
            : readFromGenie(ids, attachmentId, signal);
        };
      },
      clock,
      log,
    });
  const feedbackTokens = createFeedbackTokens(storage.readSigningKey);
  const courier = createCourier({
    ...config.bot,
    channel,
    genieOf: identities.genieOf,
    signIn,
    clock,
    log,
    feedbackTokens,
    exportLinks,
    settings: config.questions,
    isQuestion,
  });

  const deps: BotDeps = {
    ...storage,
    ...config.sessions,
    ...config.bot,
    settings: config.questions,
    genie: createNobodysGenie(),
    genieOf: identities.genieOf,
    identities,
    signIn,
    findVisitor: createFindVisitor(
      config.page.access === 'off' ? undefined : storage.visits,
      clock,
    ),
    owners: createOwners({ ...storage, people: config.bot.people, channel, log }),
    courier,
    channel,
    exportLinks,
    feedbackTokens,
    isQuestion,
    clock,
    log,
  };

  return {
    log,
    /** `POST /api/messages`. */
    receiveActivity: createMessagesEndpoint({
      runTurn: createTurnRunner(connectors),
      checkCaller: createCallerCheck(identity, cloud, isConnector, clock),
      handleActivity: (activity) => handleActivity(activity, deps),
      clock,
      log,
    }) satisfies (request: HttpRequest) => Promise<HttpResponseInit>,
    /** Does what a message of the queue `questions` says. @throws if it can't be read */
    async continueQuestion(message: unknown): Promise<void> {
      const work = parseWork(message);
      if (work === undefined) throw new Error('The queue message names no question');
      await continueQuestion(work, deps);
    },
    /** Sets new watchdogs on a question whose queue message failed too often. */
    rescueQuestion: (message: unknown) => rescueQuestion(parseWork(message), deps),
    /** Does what a message of the queue `subscriptions` says. @throws if it can't be read */
    async lookAtSubscription(message: unknown): Promise<void> {
      const look = parseLook(message);
      if (look === undefined) throw new Error('The queue message names no subscription');
      await lookAtDue(look, deps);
    },
    /** Repeats a look at a subscription whose queue message failed too often. */
    rescueSubscription: (message: unknown) => rescueSubscription(parseLook(message), deps),
    /** `POST /api/feedback`. */
    receiveRating: createFeedbackEndpoint(deps),
    /** Everything below `/api/chat`. */
    receivePage: createLater(async () =>
      (await import('./openPage.ts')).openPage(config, storage, deps),
    ),
    /** The file behind a download link; every link is unknown if downloads are off. */
    exportAnswer: exportAnswer ?? (async () => ({ reason: 'unknown' as const })),
    /** The texts for a person, by the languages that their browser accepts. */
    textsForBrowser: (acceptLanguage: string | null) =>
      textsForBrowser(acceptLanguage, config.bot.defaultLocale),
    sweep: () =>
      sweep(deps, [
        storage.handled,
        storage.turns,
        storage.chats,
        storage.visits,
        storage.deletions,
      ]),
    /** Resolves if what the app can't do without is reachable. @throws AppError */
    check: () => storage.check(),
    /** Checks one by one whether everything that an answer needs is reachable. */
    checkReadiness: () => {
      const storageAnswers = () => storage.check();
      // A separate source: the app's cache would hide that the vault is gone.
      const credential = (signal: AbortSignal) =>
        createTokenSource(auth, { clock }).getToken(signal);
      const [spaceId] = config.questions.spaceIds;
      const genieAnswers = (signal: AbortSignal) =>
        signIn
          ? probeGenie(hastyClient(noTokens), undefined, clock, signal)
          : reachSpace(hastyClient(ownTokens), spaceId, signal);
      const parts = {
        storage: storageAnswers,
        ...(signIn ? { signIn: () => signIn.service.getToken(nobody) } : { credential }),
        ...(asksGenie && { genie: genieAnswers }),
      };
      return checkReadiness(parts, { clock, log });
    },
  };
}

/** Whom the token service knows nothing of: that it says so is what readiness asks. */
const nobody = { userId: 'readiness', channelId: 'webchat' };

/** Most instances never serve the page: its first request loads it, not each start. */
function createLater(open: () => Promise<Page>): Page {
  let page: Promise<Page> | undefined;
  return async (request) => {
    page ??= open();
    return (await page)(request);
  };
}

function writeToConsole(level: LogLevel, line: string): void {
  console[level](line);
}
