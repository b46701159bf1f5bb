import { HttpRequest } from '@azure/functions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b' };
const feedbackOn = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.feedback;
const ratingsSent = () => bot.genie.requests.filter(({ path }) => path.endsWith('/feedback'));

describe('the thumbs of a card', () => {
  const at = (place: string) => aPersonAt(bot, place, { scene: 'webchat' });

  it('are thanked for only after Genie has the rating', async () => {
    const ada = at('thanks');
    const answer = await ada.ask('Revenue by region, thanks');
    const path = /feedback$/;
    bot.genie.faults.next({ path }, { status: 403, body: {} });
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/couldn’t be sent to Genie.*Error ID/);
    expect(feedbackOn('thanks')).toBeNull();
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/Thank you. Genie has your rating/);
    expect(feedbackOn('thanks')).toEqual({ rating: 'POSITIVE' });
  });

  it('clicked twice do nothing twice', async () => {
    const ada = at('twice');
    const answer = await ada.ask('Revenue by region, twice');
    const before = ratingsSent().length;
    const thumb = { action: 'rate', rating: 'POSITIVE' };
    await ada.click(answer, thumb);
    const said = ada.messages().length;
    await Promise.all([ada.click(answer, thumb), ada.click(answer, thumb)]);
    expect(ratingsSent()).toHaveLength(before + 1);
    expect(ada.messages()).toHaveLength(said);
  });

  it('down open a comment, which goes to Genie with the rating', async () => {
    const ada = at('comment');
    const answer = await ada.ask('Revenue by region, comment');
    await ada.click(answer, { action: 'rate', rating: 'NEGATIVE' });
    expect(feedbackOn('comment')).toEqual({ rating: 'NEGATIVE' });
    const form = ada.messages().at(-1) ?? answer;
    await ada.click(form, { action: 'comment', comment: 'Wrong region' });
    expect(feedbackOn('comment')).toEqual({ rating: 'NEGATIVE', comment: 'Wrong region' });
    expect(ada.last()).toMatch(/your rating and your comment/);
  });

  it('may be changed and taken back', async () => {
    const ada = at('change');
    const answer = await ada.ask('Revenue by region, change');
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    const shown = ada.messages().at(-1) ?? answer;
    expect(readAloud(shown)).toContain('👍 Helpful ✓');
    await ada.click(shown, { action: 'rate', rating: 'NEGATIVE' });
    expect(feedbackOn('change')).toEqual({ rating: 'NEGATIVE' });
    await ada.click(ada.messages().at(-1) ?? answer, { action: 'rate', rating: 'NONE' });
    expect(feedbackOn('change')).toBeNull();
    expect(ada.last()).toMatch(/no more/);
  });

  it('are the asker’s alone', async () => {
    const answer = await at('alone').ask('Revenue by region, alone');
    const other = aPersonAt(bot, 'alone', { scene: 'webchat', from: { id: 'dl_bob', name: '' } });
    await other.click(answer, { action: 'rate', rating: 'NEGATIVE' });
    expect(other.last()).toMatch(/Only the person who asked/);
    expect(feedbackOn('alone')).toBeNull();
  });
});

describe('Teams’ own thumbs', () => {
  it('stand under every answer in the place of the card’s', async () => {
    const answer = await aPersonAt(bot, 'loop').ask('Revenue by region, loop');
    expect(answer.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(JSON.stringify(submitsOf(answer))).not.toContain('POSITIVE');
  });

  it.each(['personal', 'group', 'channel'] as const)(
    'rate that very answer in %s, with the comment',
    async (scene) => {
      const ada = aPersonAt(bot, `loop-${scene}`, { scene });
      const first = await ada.ask(`Revenue by region, ${scene} first`);
      const second = await ada.ask(`Revenue by month, ${scene} second`);
      expect(await ada.react(first, 'dislike', 'Not what I meant')).toEqual({
        status: 200,
        body: {},
      });
      expect(await ada.react(second, 'like')).toEqual({ status: 200, body: {} });
      expect(feedbackOn(`${scene} first`)).toEqual({
        rating: 'NEGATIVE',
        comment: 'Not what I meant',
      });
      expect(feedbackOn(`${scene} second`)).toEqual({ rating: 'POSITIVE' });
      expect(ada.messages()).toHaveLength(2);
    },
  );

  it('rate the answer, too, where it is shown once more', async () => {
    const ada = aPersonAt(bot, 'loop-copy');
    await ada.ask('Revenue by region, copy');
    const copy = await ada.hear('as a table');
    expect(await ada.react(copy, 'like')).toEqual({ status: 200, body: {} });
    expect(feedbackOn('region, copy')).toEqual({ rating: 'POSITIVE' });
  });

  it('of somebody else are told so, and rate nothing', async () => {
    const answer = await aPersonAt(bot, 'loop-other', { scene: 'channel' }).ask('Revenue, other');
    const other = aPersonAt(bot, 'loop-other', { scene: 'channel', from: bob });
    expect(await other.react(answer, 'dislike')).toEqual({ status: 200, body: {} });
    expect(other.last()).toMatch(/Only the person who asked/);
    expect(feedbackOn('other')).toBeNull();
  });

  it('that Genie did not take say what to do', async () => {
    const ada = aPersonAt(bot, 'loop-fails');
    const answer = await ada.ask('Revenue by region, fails');
    bot.genie.faults.next({ path: /feedback$/ }, { status: 403, body: {} });
    expect(await ada.react(answer, 'like')).toMatchObject({ status: 200 });
    expect(ada.last()).toMatch(/couldn’t be sent to Genie/);
  });
});

describe('the command feedback', () => {
  it('rates the last answer, and in Teams its card turns into what was given', async () => {
    const ada = aPersonAt(bot, 'command');
    await ada.ask('Revenue by region, command');
    const card = await ada.hear('feedback');
    const count = ada.messages().length;
    await ada.click(card, { action: 'rate', rating: 'POSITIVE' });
    expect(feedbackOn('command')).toEqual({ rating: 'POSITIVE' });
    expect(ada.messages()).toHaveLength(count);
    expect(ada.last()).toContain('👍 Helpful ✓');
    expect(readAloud(await ada.hear('feedback'))).toContain('👍 Helpful ✓');
  });
});

describe('POST /api/feedback', () => {
  const rate = (body: unknown, token?: string) =>
    bot.app.receiveRating(
      new HttpRequest({
        method: 'POST',
        url: 'http://127.0.0.1/api/feedback',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        body: { string: typeof body === 'string' ? body : JSON.stringify(body) },
      }),
    );
  const answerFor = async (place: string) => {
    const answer = await aPersonAt(bot, place, { scene: 'webchat' }).ask(`Revenue, ${place}`);
    return answer.channelData as { answerId: string; feedbackToken: string };
  };

  it('takes a rating with the token that came with the answer: 204, again and again', async () => {
    const { answerId, feedbackToken } = await answerFor('page');
    const body = { answerId, rating: 'NEGATIVE', comment: 'Too slow' };
    expect(await rate(body, feedbackToken)).toEqual({ status: 204 });
    expect(await rate(body, feedbackToken)).toEqual({ status: 204 });
    expect(feedbackOn('page')).toEqual({ rating: 'NEGATIVE', comment: 'Too slow' });
    expect(await rate({ answerId, rating: 'NONE' }, feedbackToken)).toEqual({ status: 204 });
    expect(feedbackOn('page')).toBeNull();
  });

  it.each([
    'no JSON',
    {},
    { rating: 'POSITIVE' },
    { answerId: 'a', rating: 'GOOD' },
    { answerId: 'a', rating: 'POSITIVE', comment: 7 },
    { answerId: 'a', rating: 'POSITIVE', comment: 'x'.repeat(2001) },
  ])('answers 400 to %j', async (body) => {
    expect((await rate(body, 'token')).status).toBe(400);
  });

  it('answers 401 without the token, and to the token of another answer', async () => {
    const { answerId } = await answerFor('mine');
    const { feedbackToken } = await answerFor('theirs');
    const body = { answerId, rating: 'POSITIVE' };
    for (const token of [undefined, '', 'x', feedbackToken, `${feedbackToken}x`]) {
      expect((await rate(body, token)).status).toBe(401);
    }
    expect(feedbackOn('mine')).toBeNull();
  });

  it('answers 404 to an answer that is not kept any more', async () => {
    const { answerId, feedbackToken } = await answerFor('gone');
    await bot.storage.questions.delete(answerId);
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(404);
  });

  it('answers 409 to an answer whose conversation is deleted', async () => {
    const ada = aPersonAt(bot, 'deleted', { scene: 'webchat' });
    const answer = await ada.ask('Revenue, deleted');
    const { answerId, feedbackToken } = answer.channelData as Record<string, string>;
    await ada.hear('logout and delete');
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(409);
  });

  it('answers 503 where Genie does not take it', async () => {
    const { answerId, feedbackToken } = await answerFor('down');
    bot.genie.faults.next({ path: /feedback$/ }, { status: 403, body: {} });
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(503);
  });
});

describe('the settings', () => {
  it('keep ratings in the table only where Genie is not to have them', async () => {
    const own = await openInProcess({ env: { ENABLE_GENIE_FEEDBACK_API: 'false' } });
    const ada = aPersonAt(own, 'kept', { scene: 'webchat' });
    const answer = await ada.ask('Revenue by region');
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/I have kept your rating/);
    expect(own.genie.requests.some(({ path }) => path.endsWith('/feedback'))).toBe(false);
    const { answerId = '' } = answer.channelData as Record<string, string>;
    expect((await own.storage.questions.get(answerId))?.value.rating).toBe('POSITIVE');
    await own.close();
  });

  it('take the thumbs away, in Teams and elsewhere', async () => {
    const none = await openInProcess({ env: { ENABLE_FEEDBACK_CARDS: 'false' } });
    for (const scene of ['personal', 'webchat'] as const) {
      const answer = await aPersonAt(none, scene, { scene }).ask('Revenue by region');
      expect(JSON.stringify(answer)).not.toMatch(/POSITIVE|feedbackLoop/);
    }
    await none.close();
  });
});
