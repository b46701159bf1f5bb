import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoWorkspace } from '../../local/demo/demoWorkspace.ts';
import { people } from '../../local/demo/people.ts';
import { createApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import { loadConfig } from '../../src/config/config.ts';
import { aMessage } from '../support/activities.ts';
import { aPost } from '../support/aPost.ts';
import { startAzurite, toConnectionString } from '../support/azurite.ts';
import { startConnector } from '../support/connectorDouble.ts';
import { type Exchange, startCountingProxy } from '../support/countingProxy.ts';
import { startTokenService } from '../support/tokenServiceDouble.ts';

// People wait for the acknowledgement, and each call of storage in it takes some milliseconds in Azure. So the calls
// are counted here: all of them, and those of which each has to wait for the one before.

/** Long beside what the bot does in between: calls that are sent side by side then overlap. */
const callTakesMs = 25;

/** Some seconds pass from one question to the next: what an instance remembers of the budget is no longer true then. */
const betweenQuestionsMs = 5_000;

let passedMs = 0;
const clock: Clock = { ...systemClock, now: () => systemClock.now() + passedMs };

const log: Record<string, unknown>[] = [];
let stage: Awaited<ReturnType<typeof openStage>>;

async function openStage() {
  const [azurite, genie, connector, webchat, tokens] = await Promise.all([
    startAzurite(),
    startDemoWorkspace({ stageMs: 1, readPersonToken: () => people[0]?.caller }),
    startConnector(),
    startConnector({ channel: 'webchat' }),
    startTokenService(),
  ]);
  const tables = await startCountingProxy(azurite.tableAddress, callTakesMs);
  const queues = await startCountingProxy(azurite.queueAddress, callTakesMs);
  const env = {
    AzureWebJobsStorage: toConnectionString(tables.address, queues.address),
    DATABRICKS_HOST: genie.url,
    DATABRICKS_TOKEN: genie.token,
    DATABRICKS_SPACE_ID: genie.spaceId,
    // Nobody is to wait in line.
    GENIE_QUESTIONS_PER_MINUTE: '1000',
  };
  const open = (more: Record<string, string> = {}) =>
    createApp(loadConfig({ ...env, ...more }), {
      clock,
      writeLog: (_level, line) => log.push(JSON.parse(line)),
    });
  const app = open();
  const asYourself = open({ GENIE_IDENTITY: 'person', BOT_TOKEN_SERVICE_URL: tokens.url });
  const parts = [tables, queues, azurite, genie, connector, webchat, tokens];
  return {
    tables,
    queues,
    connectors: { msteams: connector, webchat },
    tokens,
    app,
    asYourself,
    parts,
  };
}

beforeAll(async () => {
  stage = await openStage();
  // The first write of all makes the tables.
  await ask('warm-up', 'msteams');
  // So does the first look at the rows of sign-ins.
  await ask('warm-up', 'msteams', stage.asYourself);
});
afterAll(async () => {
  for (const part of stage.parts) await part.close();
});

/** Asks a question, and returns what storage was called for until the acknowledgement. */
async function ask(id: string, channelId: 'msteams' | 'webchat', app = stage.app) {
  const { tables, queues, connectors } = stage;
  passedMs += betweenQuestionsMs;
  const before = [tables.exchanges.length, queues.exchanges.length];
  const conversation = { id, ...(channelId === 'msteams' && { conversationType: 'personal' }) };
  const from = { id, aadObjectId: id };
  const serviceUrl = connectors[channelId].url;
  const activity = aMessage({
    channelId,
    text: 'Revenue by region',
    conversation,
    from,
    serviceUrl,
  });
  expect((await app.receiveActivity(aPost(activity))).status).toBe(200);
  const calls = [tables, queues].flatMap(({ exchanges }, index) => exchanges.slice(before[index]));
  return calls.sort((one, other) => one.startedAt - other.startedAt);
}

/** Brings the answer of the latest question, as the queue would. */
async function answer(app = stage.app): Promise<void> {
  const accepted = log.findLast(({ event }) => event === 'question.accepted');
  await app.continueQuestion({ kind: 'go', questionId: accepted?.['questionId'] });
}

/** How often each of `GET sessions`, `PUT questions`, … was called for. */
function countCalls(calls: readonly Exchange[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, path } of calls) {
    const [, , table = '', rest] = path.split(/[/(?]/);
    const name = `${method} ${rest === 'messages' ? 'the queue' : table}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The longest chain of calls each of which began when the one before it had ended. */
function countInTurn(calls: readonly Exchange[]): number {
  const depths = new Map<Exchange, number>();
  for (const call of calls) {
    const earlier = calls.filter((other) => other.endedAt <= call.startedAt);
    depths.set(call, 1 + Math.max(0, ...earlier.map((other) => depths.get(other) ?? 0)));
  }
  return Math.max(...depths.values());
}

const inTeams = {
  'GET sessions': 1,
  'PUT sessions': 1,
  'GET budget': 2,
  'PUT budget': 2,
  'POST the queue': 3,
  'POST questions': 2,
  // One of them says which stream shows the progress.
  'PUT questions': 4,
};
/**
 * What begins has rows of its own, each with one that tells the sweep when it ends. A question names the conversation that
 * it starts before it claims it.
 */
const begun = {
  'POST sessions': 2,
  'POST budget': 2,
  'POST questions': 4,
  'PUT questions': 5,
  'PUT budget': 1,
};

test('the first question of a person in Teams calls storage 22 times, 16 of them in turn', async () => {
  const calls = await ask(randomUUID(), 'msteams');
  expect(countCalls(calls)).toEqual({ ...inTeams, ...begun, 'PUT sessions': 2 });
  expect(countInTurn(calls)).toBeLessThanOrEqual(16);
});

test('the next question in Teams calls storage 15 times, 11 of them in turn', async () => {
  const person = randomUUID();
  await ask(person, 'msteams');
  await answer();
  const calls = await ask(person, 'msteams');
  expect(countCalls(calls)).toEqual(inTeams);
  expect(countInTurn(calls)).toBeLessThanOrEqual(11);
});

test('the first question of a person in Web Chat calls storage 22 times, 16 of them in turn', async () => {
  const calls = await ask(randomUUID(), 'webchat');
  // Whether our own page opened the conversation.
  expect(countCalls(calls)).toEqual({ ...inTeams, ...begun, 'GET chats': 1 });
  expect(countInTurn(calls)).toBeLessThanOrEqual(16);
});

describe('asking Genie as each person', () => {
  /** Someone who has signed in, of whom nothing is in memory. */
  function aPerson(): string {
    const id = randomUUID();
    const owner = { userId: id, channelId: 'msteams', connectionName: 'databricks' };
    stage.tokens.signIn(owner, { oid: id, name: 'Ada', upn: 'ada@example.com' });
    return id;
  }
  const readTokens = () =>
    stage.tokens.requests.filter(({ path }) => path.endsWith('/GetToken')).length;

  /** One look at the row of the sign-in; and answers to channels are private here, so one at where the own chat is. */
  const inOwnChat = { ...inTeams, 'GET sessions': 2, 'GET places': 1 };

  test('adds two calls to the next question, both in turn, and none of the token service', async () => {
    const person = aPerson();
    await ask(person, 'msteams', stage.asYourself);
    await answer(stage.asYourself);
    const before = readTokens();
    const calls = await ask(person, 'msteams', stage.asYourself);
    expect(countCalls(calls)).toEqual(inOwnChat);
    expect(countInTurn(calls)).toBeLessThanOrEqual(13);
    expect(readTokens()).toBe(before);
  });

  test('adds four to the first, and reads the token once', async () => {
    const before = readTokens();
    const calls = await ask(aPerson(), 'msteams', stage.asYourself);
    // Where the own chat is, is noted.
    const noted = { 'POST places': 2 };
    expect(countCalls(calls)).toEqual({ ...inOwnChat, ...begun, ...noted, 'PUT sessions': 2 });
    expect(countInTurn(calls)).toBeLessThanOrEqual(20);
    expect(readTokens() - before).toBe(1);
  });
});
