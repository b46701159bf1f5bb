import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from '../../local/chat/activity.ts';
import { aMessage } from '../support/activities.ts';
import { startLossyProxy } from '../support/lossyProxy.ts';
import { openStage } from '../support/openStage.ts';
import { messagesIn, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';

// Some hundred questions from many people to two instances, while Genie and the channel fail at random and instances
// are killed and replaced, and Genie is gone for a while. Loopback only; ends by itself.
const questions = Number(process.argv[2] ?? 300);
const people = 60;

/** People who subscribe to minutes in the midst of it all. */
const subscribers = 20;
const killEveryMs = 9_000;
const faultEveryMs = 700;
const troubledForMs = 15_000;

/** Genie answers nothing but 503 for a while, in the middle of it all. */
const outageAfterMs = 30_000;
const outageMs = 25_000;

const stage = await openStage({ genie: { stageMs: 150 } });
const genie = await startLossyProxy(stage.genie.url);
const settings = {
  DATABRICKS_HOST: genie.address,
  MAX_RETRIES: '10',
  INITIAL_BACKOFF: '0.3',
  MAX_BACKOFF: '3',
};
const bots: Bot[] = await Promise.all([stage.startBot(settings), stage.startBot(settings)]);
const injected = new Map<string, number>();
const count = (what: string) => injected.set(what, (injected.get(what) ?? 0) + 1);
let isOver = false;

const genieFaults = [
  ['Genie answers 429', { path: 'messages' }, { status: 429, headers: { 'retry-after': '1' } }],
  ['Genie answers 503', { path: '/genie/' }, { status: 503 }],
  ['Genie drops a question', { method: 'POST', path: /start-conversation|messages$/ }, 'drop'],
  [
    'Genie takes a question, its reply is lost',
    { method: 'POST', path: /start-conversation|messages$/ },
    'drop-after',
  ],
  ['Genie resets a look', { method: 'GET' }, 'drop'],
] as const;
const isAnswer = (activity: Activity) => (activity.attachments ?? []).length > 0;
const refusal = (status: number, code: string) => ({
  status,
  body: { error: { code, message: 'Unknown' } },
});
const channelFaults = [
  ['the channel answers 429', { status: 429, headers: { 'retry-after': '1' } }],
  ['the channel answers 502', { status: 502 }],
  ['the channel shows an answer, its reply is lost', { carriedOut: true, drop: true }],
  ['the channel answers 401', refusal(401, 'Unauthorized')],
  ['the channel answers an unknown 403', refusal(403, 'ServiceError')],
  ['the channel says that the bot is blocked', refusal(403, 'BotDisabledByAdmin')],
  ['the channel answers 404', refusal(404, 'ConversationNotFound')],
  ['the channel takes no update (400)', refusal(400, 'BadArgument'), 'PUT'],
  ['the channel takes no update (405)', refusal(405, 'MethodNotAllowed'), 'PUT'],
  ['the channel takes no card', refusal(400, 'BadArgument')],
] as const;
const streamFault = (message: string) => ({
  status: 403,
  body: { error: { code: 'ContentStreamNotAllowed', message } },
});
const isPacket = ({ channelData }: Activity) => channelData?.['streamType'] !== undefined;
const packetFaults = [
  ['a stream is not allowed', streamFault('Content stream is not allowed')],
  ['a stream is over', streamFault('Content stream finished due to exceeded streaming time')],
  ['there are too many packets', { status: 429, headers: { 'retry-after': '1' } }],
  ['a packet arrives, its reply is lost', { carriedOut: true, drop: true }],
  ['there are no streams', refusal(400, 'BadArgument')],
] as const;

async function injectFaults(): Promise<void> {
  let requestsBefore = 0;
  while (!isOver) {
    await wait(faultEveryMs);
    // Faults that nothing meets would pile up, and meet all at once.
    const isMet = stage.genie.requests.length > requestsBefore;
    if (isMet && randomInt(2) === 0) {
      requestsBefore = stage.genie.requests.length;
      const [what, match, fault] = genieFaults[randomInt(genieFaults.length)] ?? genieFaults[0];
      stage.genie.faults.next(match, fault);
      count(what);
    } else if (randomInt(3) === 0) {
      const [what, fault] = packetFaults[randomInt(packetFaults.length)] ?? packetFaults[0];
      stage.connector.faults.next({ activity: isPacket }, fault);
      count(what);
    } else {
      const [what, fault, method] =
        channelFaults[randomInt(channelFaults.length)] ?? channelFaults[0];
      stage.connector.faults.next({ activity: isAnswer, ...(method && { method }) }, fault);
      count(what);
    }
  }
}

async function takeGenieAway(): Promise<void> {
  await wait(outageAfterMs);
  genie.setBusy(true);
  await wait(outageMs);
  genie.setBusy(false);
  count(`Genie answers 503 for ${outageMs / 1000} s`);
}

async function killInstances(): Promise<void> {
  while (!isOver) {
    await wait(killEveryMs);
    const index = randomInt(bots.length);
    await bots[index]?.kill();
    count('an instance is killed');
    bots[index] = await stage.startBot(settings);
  }
}

/** Posts as a channel does: again, to any instance there is, until one takes it; now and then once more than needed. */
async function deliver(activity: Activity): Promise<void> {
  for (;;) {
    const status = await bots[randomInt(bots.length)]?.post(activity).catch(() => undefined);
    if (status === 200 && randomInt(5) > 0) return;
    if (status === 200) count('an activity is delivered again');
    await wait(500);
  }
}

const conversationOf = (index: number) => `person-${index % people}`;
const textOf = (index: number) => `How many orders are there? (${index})`;
const subscribedText = (index: number) => `How many products are there? (${index})`;
const startedAt = Date.now();
const dueOf = (index: number) => Math.ceil(startedAt / 60_000 + 1 + (index % 2)) * 60_000;
const subscribing = Array.from({ length: subscribers }, async (_, index) => {
  await wait(index * 500);
  const id = `subscriber-${index}`;
  const time = new Date(dueOf(index)).toISOString().slice(11, 16);
  await deliver(
    aMessage({
      id: `subscription-${index}`,
      text: `subscribe every day at ${time} in UTC: ${subscribedText(index)}`,
      serviceUrl: stage.connector.url,
      conversation: { id, conversationType: 'personal' },
      from: { id, aadObjectId: id },
    }),
  );
});
const troubling = Promise.all([injectFaults(), killInstances(), takeGenieAway()]);
await Promise.all([
  ...subscribing,
  ...Array.from({ length: questions }, async (_, index) => {
    await wait(index * 300);
    const person = conversationOf(index);
    await deliver(
      aMessage({
        id: `activity-${index}`,
        text: textOf(index),
        serviceUrl: stage.connector.url,
        // Half of the people have streams.
        conversation: { id: person, ...(index % 2 === 0 && { conversationType: 'personal' }) },
        from: { id: person, aadObjectId: person },
      }),
    );
  }),
]);

/** The answers that a person sees, and those that they are offered to see, each named by its question. */
function outcomesOf(conversation: string) {
  const keys = messagesIn(stage.connector, conversation)
    .flatMap(submitsOf)
    .filter((data) => typeof data === 'object' && data !== null)
    .map((data) => data as { action?: string; answer?: string });
  const named = (wanted: string) =>
    keys.filter(({ action }) => action === wanted).map(({ answer }) => answer ?? '');
  // An answer whose card was refused has no buttons, but replies to its question. A notice, which has an error ID, is none.
  const texts = messagesIn(stage.connector, conversation)
    .filter(({ text = '' }) => text.includes('accept the card') && !text.includes('Error ID'))
    .map(({ replyToId = '' }) => replyToId);
  return { answers: [...named('again'), ...texts], offers: named('show') };
}
const everybody = Array.from({ length: people }, (_, person) => conversationOf(person));
const subscribed = Array.from({ length: subscribers }, (_, index) => `subscriber-${index}`);
const ended = () =>
  everybody
    .map(outcomesOf)
    .reduce((sum, { answers, offers }) => sum + new Set([...answers, ...offers]).size, 0);
// The trouble goes on for a while after the last question. Then it has to end: all of it would meet the few that are left.
await wait(troubledForMs);
await wait(Math.max(0, dueOf(1) - Date.now()));
isOver = true;
await troubling;
const deadline = Date.now() + 120_000;
const brought = () =>
  subscribed.filter((id) => {
    const { answers, offers } = outcomesOf(id);
    return answers.length + offers.length > 0;
  }).length;
while ((ended() < questions || brought() < subscribers) && Date.now() < deadline) await wait(500);
// Time enough for a second answer, if one were to come.
await wait(15_000);

const contents = stage.genie.messages().map(({ content }) => content);
const asks = Array.from(
  { length: questions },
  (_, index) => contents.filter((content) => content.endsWith(textOf(index))).length,
);
const subscribedAsks = subscribed.map(
  (_, index) => contents.filter((content) => content.endsWith(subscribedText(index))).length,
);
const subscribedAnswers = subscribed.map((id) => outcomesOf(id).answers.length);
const outcomes = everybody.map(outcomesOf);
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const doubled = outcomes.map(({ answers }) => answers.length - new Set(answers).size);
const offered = outcomes.map(
  ({ answers, offers }) => offers.filter((key) => !answers.includes(key)).length,
);

/** Progress messages become answers, so what was said in between is only in the requests. */
const told = new Set(
  stage.connector.requests
    .filter(({ body }) => JSON.stringify(body ?? '').includes('Genie isn’t answering'))
    .map(({ path }) => path),
);

const streams = stage.connector.requests.filter(
  ({ body, status }) => status === 201 && isPacket((body ?? {}) as Activity),
).length;

for (const [what, times] of [...injected].sort()) process.stdout.write(`${what}: ${times}\n`);
process.stdout.write(
  [
    `questions: ${questions}, in ${Math.round((Date.now() - startedAt) / 1000)} s`,
    `asked more than once: ${asks.filter((times) => times > 1).length}, never asked: ${asks.filter((times) => times === 0).length}`,
    `told that Genie isn't answering: ${told.size}`,
    `streams: ${streams}, left open: ${stage.connector.streams.open(Date.now()).length}, faults: ${[...new Set(stage.connector.streams.faults)].join(', ') || 'none'}`,
    `answers lost: ${questions - ended()}, doubled: ${sum(doubled)}, offered since they might be missing: ${sum(offered)}`,
    `subscriptions: ${subscribers}, asked more than once: ${subscribedAsks.filter((times) => times > 1).length}, brought: ${brought()}, brought twice: ${subscribedAnswers.filter((times) => times > 1).length}`,
    '',
  ].join('\n'),
);
await stage.close();
await genie.close();
