import { setTimeout as wait } from 'node:timers/promises';
import { startConnector } from '../support/connectorDouble.ts';
import { startServingDouble } from '../support/servingDouble.ts';
import { type Figure, printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { answerMs, pacedAnswer, quickly } from './support/pacedAnswer.ts';
import { mean } from './support/spread.ts';
import type { FunctionsProcess } from './support/startFunctions.ts';
import { type Channel, type Seen, watchAnswer } from './support/watchAnswer.ts';

// When people see the first word of an endpoint's answer, streamed and beside waiting for the whole; and what the
// Functions process needs while 40 people are answered by streams. Linux only.

const questions = 5;
const askEveryMs = 700;
const atOnce = 40;
const withinMs = 5_000;
const packetLimitMs = 2_000;
const limitMB = 200;
/** As in `memory.ts`. */
const asOn512MB = '--max-old-space-size=256 --max-semi-space-size=1';

const serving = await startServingDouble();
serving.endpoint('assistant', { answer: pacedAnswer });
const webChat = await startConnector({ channel: 'webchat' });
const stages = { streamed: await openBenchStage(), whole: await openBenchStage() };
type Way = keyof typeof stages;

const start = (way: Way): Promise<FunctionsProcess> =>
  stages[way].start({
    DATABRICKS_HOST: serving.url,
    DATABRICKS_SPACE_ID: 'none',
    SERVING_ENDPOINT_NAME: 'assistant',
    ENABLE_STREAMING: String(way === 'streamed'),
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: asOn512MB,
  });

function ask(bot: FunctionsProcess, way: Way, channel: Channel, text?: string): Promise<Seen> {
  const connector = channel === 'webchat' ? webChat : stages[way].connector;
  return watchAnswer(bot, connector, channel, text);
}

/** Both ways in both channels at the same moments, so that a busy machine is shared. */
async function compare(): Promise<Record<Way, Record<Channel, Seen[]>>> {
  const bots = { streamed: await start('streamed'), whole: await start('whole') };
  const askIn = async (way: Way, channel: Channel) => {
    await ask(bots[way], way, channel, quickly);
    return Promise.all(
      Array.from({ length: questions }, async (_, index) => {
        await wait(index * askEveryMs);
        return ask(bots[way], way, channel);
      }),
    );
  };
  const askInBoth = async (way: Way) => {
    const [personal, webchat] = await Promise.all([askIn(way, 'personal'), askIn(way, 'webchat')]);
    return { personal, webchat };
  };
  const [streamed, whole] = await Promise.all([askInBoth('streamed'), askInBoth('whole')]);
  await Promise.all([bots.streamed.kill(), bots.whole.kill()]);
  return { streamed, whole };
}

/** Everybody asks within a while, half of them in each channel. */
async function askTogether(bot: FunctionsProcess, forMs: number) {
  const seen = await Promise.all(
    Array.from({ length: atOnce }, async (_, index) => {
      await wait((forMs * index) / atOnce);
      return ask(bot, 'streamed', index % 2 === 0 ? 'personal' : 'webchat');
    }),
  );
  const allBegan = Math.max(...seen.map(({ askedAt, packet }) => askedAt + packet));
  return {
    open: seen.filter(({ askedAt, whole }) => askedAt + whole > allBegan).length,
    slowestPacket: Math.max(...seen.map(({ packet }) => packet)),
    peak: await bot.readPeakRss(),
  };
}

async function crowd() {
  const bot = await start('streamed');
  const idle = await bot.readRss();
  await ask(bot, 'streamed', 'webchat', quickly);
  // The peak is the highest since the process began, so the milder one comes first.
  const spread = await askTogether(bot, withinMs);
  return { idle, spread, burst: await askTogether(bot, 0) };
}

const seen = await compare();
const { idle, spread, burst } = await crowd();
const faults = [...stages.streamed.connector.streams.faults, ...webChat.streams.faults];
await Promise.all([
  stages.streamed.close(),
  stages.whole.close(),
  webChat.close(),
  serving.close(),
]);

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
const inMB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const meanOf = (way: Way, channel: Channel, what: 'word' | 'whole') =>
  mean(seen[way][channel].map((one) => one[what]));

const packetFigure = (what: string, ms: number): Figure => ({
  what: `${what}: first packet, slowest`,
  ours: seconds(ms),
  limit: `< ${packetLimitMs / 1_000} s`,
  isKept: ms < packetLimitMs,
});

function channelFigures(name: string, channel: Channel): Figure[] {
  const word = meanOf('streamed', channel, 'word');
  const whole = meanOf('whole', channel, 'whole');
  return [
    packetFigure(name, Math.max(...seen.streamed[channel].map(({ packet }) => packet))),
    {
      what: `${name}: first word, mean`,
      ours: seconds(word),
      beside: `${seconds(whole)} for the whole`,
      ratio: whole / word,
    },
    {
      what: `${name}: whole answer, mean`,
      ours: seconds(meanOf('streamed', channel, 'whole')),
      beside: seconds(whole),
    },
  ];
}

/** Without streams, Teams shows the words in a message that is updated now and then. */
const updatedFigure: Figure = {
  what: 'Teams: first word, mean',
  ours: seconds(meanOf('streamed', 'personal', 'word')),
  beside: `${seconds(meanOf('whole', 'personal', 'word'))} in an updated message`,
  ratio: meanOf('whole', 'personal', 'word') / meanOf('streamed', 'personal', 'word'),
};

const crowdFigures = (when: string, { open, slowestPacket, peak }: typeof spread): Figure[] => [
  {
    what: `${when}: streams open at once`,
    ours: String(open),
    limit: String(atOnce),
    isKept: open === atOnce,
  },
  packetFigure(when, slowestPacket),
  { what: `${when}: highest RSS, beyond idle`, ours: inMB(peak - idle) },
  {
    what: `${when}: highest RSS`,
    ours: inMB(peak),
    limit: `< ${limitMB} MB`,
    isKept: peak < limitMB * 1e6,
  },
];

printFigures(
  `Streams: an endpoint that takes ${seconds(answerMs)} to answer, beside ENABLE_STREAMING=false`,
  [
    ...channelFigures('Web Chat', 'webchat'),
    ...channelFigures('Teams', 'personal'),
    updatedFigure,
    { what: 'RSS before the first question', ours: inMB(idle) },
    ...crowdFigures(`${atOnce} people within ${withinMs / 1_000} s`, spread),
    ...crowdFigures(`${atOnce} people at one moment`, burst),
    {
      what: 'rules of streams that were broken',
      ours: [...new Set(faults)].join(', ') || 'none',
      limit: 'none',
      isKept: faults.length === 0,
    },
  ],
);
