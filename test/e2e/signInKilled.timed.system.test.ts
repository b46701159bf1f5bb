import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { ada, erik, grace } from '../support/demoPeople.ts';
import { hasLogged } from '../support/moments.ts';
import { openStageAsPerson, type StageAsPerson } from '../support/openStageAsPerson.ts';
import { readAloud } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const question = 'Total revenue by region';
const isExchange = /\/usertoken\/exchange/;

/** Runs on a stage of its own. */
const onStage = (play: (stage: StageAsPerson) => Promise<void>) => async () => {
  const stage = await openStageAsPerson();
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
};

/** Ends when nothing is left that could still happen, with one question and one answer, of this person. */
async function expectOnce(stage: StageAsPerson, name: string): Promise<void> {
  await stage.azurite.drain();
  expect(stage.genie.messages()).toHaveLength(1);
  expect(stage.answers(ada)).toHaveLength(1);
  expect(new Set(stage.askers())).toEqual(new Set([name]));
  expect(stage.callersByConversation()).toEqual([[name]]);
}

const hasEnded = (...bots: Bot[]) =>
  until(() => bots.some((bot) => hasLogged(bot, 'question.ended')));

describe.concurrent('an instance that is killed when a client brings a token', () => {
  const moments: [
    string,
    (stage: StageAsPerson) => void,
    (stage: StageAsPerson, bot: Bot) => boolean,
  ][] = [
    [
      'while the token service trades it, before it has: another client brings one',
      ({ tokens }) => tokens.faults.next({ path: isExchange }, { delayMs: 60_000 }),
      ({ tokens }) => tokens.requests.some(({ path }) => isExchange.test(path)),
    ],
    ['when it has noted the sign-in', () => {}, (_stage, bot) => hasLogged(bot, 'signIn.done')],
    [
      'while Genie takes the question',
      ({ genie }) => genie.faults.next({ path: 'start-conversation' }, { delay: 60_000 }),
      (stage) => stage.askers().length === 1,
    ],
    [
      'between Genie taking the question and the reply',
      ({ genie }) => genie.faults.next({ path: 'start-conversation' }, 'drop-after'),
      ({ genie }) => genie.messages().length === 1,
    ],
  ];

  it.each(moments)(
    '%s: the question is asked once and answered once',
    (name, prepare, isNow) =>
      onStage(async (stage) => {
        const bot = await stage.startBot();
        expect(await stage.ask(bot, ada, question)).toBe(200);
        await until(() => stage.cards(ada)[0]);
        prepare(stage);
        const exchanged = stage.exchange(bot, ada).catch(() => undefined);
        await until(() => isNow(stage, bot));
        await bot.kill();
        await exchanged;
        const survivor = await stage.startBot();
        if (name.endsWith('brings one')) expect(await stage.exchange(survivor, ada)).toBe(200);
        await hasEnded(bot, survivor);
        await expectOnce(stage, ada.name);
      })(),
    90_000,
  );
});

describe.concurrent('two instances', () => {
  it(
    'that two clients bring a token at once both say yes, and the question is asked once',
    onStage(async (stage) => {
      const bots = await Promise.all([stage.startBot(), stage.startBot()]);
      await stage.ask(bots[0], ada, question);
      await until(() => stage.cards(ada)[0]);
      const statuses = await Promise.all([...bots, ...bots].map((bot) => stage.exchange(bot, ada)));
      expect(statuses).toEqual([200, 200, 200, 200]);
      await hasEnded(...bots);
      await expectOnce(stage, ada.name);
      expect(stage.cards(ada)).toHaveLength(1);
    }),
    90_000,
  );

  it(
    'forget a token when its person signs out on one of them',
    onStage(async (stage) => {
      const [one, other] = await Promise.all([stage.startBot(), stage.startBot()]);
      await stage.ask(one, ada, question);
      await until(() => stage.cards(ada)[0]);
      await stage.exchange(one, ada);
      await until(() => stage.answers(ada).length === 1);
      // Each instance has had the token in its memory.
      for (const [bot, count] of [
        [one, 2],
        [other, 3],
      ] as const) {
        await stage.ask(bot, ada, question);
        await until(() => stage.answers(ada).length === count);
      }
      await stage.azurite.drain();
      const before = stage.genie.requests.length;
      await stage.ask(one, ada, 'sign out');
      await until(() => stage.messages(ada).some((said) => /signed out/.test(readAloud(said))));
      await stage.ask(other, ada, question);
      await until(() => stage.cards(ada).length === 2);
      const since = stage.genie.requests.slice(before).filter(({ path }) => /genie/.test(path));
      expect(since).toEqual([]);
      expect(await stage.exchange(other, ada)).toBe(200);
      await until(() => stage.answers(ada).length === 4);
      expect(new Set(stage.askers())).toEqual(new Set([ada.name]));
    }),
    90_000,
  );

  it(
    'keep three people apart who sign in and ask among each other',
    onStage(async (stage) => {
      const [one, other] = await Promise.all([stage.startBot(), stage.startBot()]);
      const people = [ada, erik, grace];
      await Promise.all(
        people.map((person, index) => stage.ask(index % 2 ? one : other, person, question)),
      );
      await until(() => people.every((person) => stage.cards(person).length === 1));
      await Promise.all(
        people.map((person, index) => stage.exchange(index % 2 ? other : one, person)),
      );
      await until(() => people.every((person) => stage.answers(person).length === 1));
      await stage.azurite.drain();
      const regions = people.map((person) => {
        const [answer] = stage.answers(person);
        const said = readAloud(answer ?? aMessage());
        return ['Europe', 'Asia Pacific'].filter((region) => said.includes(region));
      });
      expect(regions).toEqual([['Europe', 'Asia Pacific'], ['Europe'], ['Asia Pacific']]);
      expect(stage.askers().sort()).toEqual(people.map(({ name }) => name).sort());
      expect(stage.callersByConversation().flat().sort()).toEqual(stage.askers().sort());
      for (const bot of [one, other]) {
        for (const { authorization = 'none' } of stage.genie.requests) {
          expect(bot.output()).not.toContain(authorization.replace('Bearer ', ''));
        }
      }
    }),
    90_000,
  );
});
