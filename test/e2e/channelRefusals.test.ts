import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aCardSubmit, aMessage } from '../support/activities.ts';
import type { Fault, FaultMatch } from '../support/connectorFaults.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const isCard = ({ attachments = [] }: Activity) => attachments.length > 0;
const always = 1_000;
const refusal = (status: number, code = 'BadArgument', message = 'Unknown'): Fault => ({
  status,
  body: { error: { code, message } },
});

let bot: InProcess;
let count = 0;
let place: string;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());
beforeEach(() => {
  place = `refusing-${++count}-`;
});

const meet = (match: FaultMatch, fault: Fault, times = 1) =>
  bot.connector.faults.next({ ...match, path: place }, fault, times);
const said = () => messagesIn(bot.connector, place).map(readAloud);
const ended = () => bot.log.filter(({ event }) => event === 'question.ended').length;

/** Asks for revenue by region and returns what the person sees when the question has ended and the bot is at rest. */
async function ask(text = 'Revenue by region'): Promise<string[]> {
  const before = ended();
  await bot.post(
    aMessage({ text, conversation: { id: place }, from: { id: place, aadObjectId: place } }),
  );
  await until(() => ended() > before, 30_000);
  await bot.settled();
  return said();
}
const holdingTheAnswer = (texts: string[]) => texts.filter((text) => /Europe/.test(text));
const stillWorking = (texts: string[]) => texts.filter((text) => /…( \d+ s)?$/.test(text));

describe('an answer whose update is refused', () => {
  it.each([400, 404, 405, 409, 410, 415, 422, 501])(
    'with %i, always, comes as a new message, and once',
    async (status) => {
      meet({ method: 'PUT', activity: isCard }, refusal(status), always);
      const texts = await ask();
      expect(answersIn(bot.connector, place)).toHaveLength(1);
      expect(holdingTheAnswer(texts)).toHaveLength(1);
      expect(stillWorking(texts)).toEqual([]);
    },
  );

  it.each<[string, Fault]>([
    ['a 401', refusal(401, 'Unauthorized')],
    ['an unknown 403', refusal(403, 'ServiceError')],
    ['a 403 without a body', { status: 403 }],
    ['a 402', refusal(402)],
    ['a 423', refusal(423)],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
  ])('with %s that passes, comes by the next try', async (_what, fault) => {
    meet({ method: 'PUT', activity: isCard }, fault);
    const texts = await ask();
    expect(answersIn(bot.connector, place)).toHaveLength(1);
    expect(texts).toHaveLength(1);
  });

  it.each(['BotDisabledByAdmin', 'botnotinconversationroster', 'MessageWritesBlocked'])(
    'by a %s that passes, comes all the same',
    async (code) => {
      meet({ activity: isCard }, refusal(403, code), 2);
      const texts = await ask();
      expect(answersIn(bot.connector, place)).toHaveLength(1);
      expect(stillWorking(texts)).toEqual([]);
    },
    20_000,
  );
});

describe('an answer whose card is refused', () => {
  it.each([400, 406, 415, 422])('with %i comes as text, and once', async (status) => {
    meet({ activity: isCard }, refusal(status), always);
    const texts = await ask();
    expect(holdingTheAnswer(texts)).toHaveLength(1);
    expect(holdingTheAnswer(texts)[0]).toContain('didn’t accept the card');
    expect(stillWorking(texts)).toEqual([]);
  });

  it('never gets small enough for the channel: it comes as text', async () => {
    meet({ activity: isCard }, { status: 413 }, always);
    const texts = await ask();
    expect(holdingTheAnswer(texts)).toHaveLength(1);
  });

  it('comes as an update of text if no new message gets through', async () => {
    meet({ activity: isCard }, refusal(400), always);
    meet(
      { method: 'POST', activity: ({ text }) => /Europe/.test(text ?? '') },
      refusal(400),
      always,
    );
    const texts = await ask();
    expect(texts).toHaveLength(1);
    expect(holdingTheAnswer(texts)).toHaveLength(1);
  });
});

describe('an update of which nobody knows what became', () => {
  it.each([400, 404, 405, 409])(
    'is not followed by a new message if the next one is refused with %i',
    async (status) => {
      meet({ method: 'PUT', activity: isCard }, { carriedOut: true, status: 500 });
      meet(
        { method: 'PUT', activity: ({ text }) => !/^(Done|Sent)/.test(text ?? '') },
        refusal(status),
        always,
      );
      await ask();
      const answers = answersIn(bot.connector, place);
      expect(answers).toHaveLength(1);
      // The person is told, and can bring it up.
      const offers = messagesIn(bot.connector, place).flatMap(submitsOf);
      expect(offers).toContainEqual(expect.objectContaining({ action: 'show' }));
    },
    20_000,
  );
});

describe('what a person is told', () => {
  it('when Genie fails and the card about it is refused: the same in words, with the error ID', async () => {
    bot.genie.faults.script('Revenue by quarter', {
      error: { type: 'INTERNAL_ERROR', error: 'broken' },
    });
    meet({ activity: isCard }, refusal(400), always);
    const texts = await ask('Revenue by quarter');
    expect(texts.at(-1)).toMatch(/Error ID/);
    expect(stillWorking(texts)).toEqual([]);
  });

  it('when a command’s card is refused: its text', async () => {
    meet({ activity: isCard }, refusal(400));
    await bot.post(aMessage({ text: 'help', conversation: { id: place } }));
    expect(said()).toEqual([expect.stringContaining('didn’t accept the card')]);
  });

  it('when a page can’t be shown in the clicked message: it comes as a new one', async () => {
    const answer = await aPersonAt(bot, place).ask('List all orders');
    const page = (submitsOf(answer) as { action?: string }[]).find(
      ({ action }) => action === 'page',
    );
    const shown = bot.connector.activities(place).find(({ activity }) => activity === answer);
    meet({ method: 'PUT' }, refusal(405));
    const before = said().length;
    const clicked = shown ? { replyToId: shown.id } : {};
    await bot.post(aCardSubmit({ conversation: { id: place }, value: page, ...clicked }));
    expect(said()).toHaveLength(before + 1);
  });
});

describe('in Web Chat', () => {
  let page: InProcess;
  beforeAll(async () => {
    page = await openInProcess({ connector: { channel: 'webchat' } });
  });
  afterAll(() => page.close());
  afterEach(() => page.settled());

  it.each([400, 401, 403, 422])('an answer that meets a %i once is shown once', async (status) => {
    page.connector.faults.next({ path: place, activity: isCard }, refusal(status, 'ServiceError'));
    await page.post(
      aMessage({ scene: 'webchat', text: 'Revenue by region', conversation: { id: place } }),
    );
    await until(
      () => holdingTheAnswer(messagesIn(page.connector, place).map(readAloud)).length > 0,
      15_000,
    );
    await page.settled();
    expect(holdingTheAnswer(messagesIn(page.connector, place).map(readAloud))).toHaveLength(1);
  });
});
