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

  it('get a thank-you only once Genie has the rating', async () => {
    const ada = at('thanks');
    const answer = await ada.ask('Revenue by region, thanks');
    const path = /feedback$/;
    bot.genie.faults.next({ path }, { status: 403, body: {} });
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/couldn’t be sent to Genie.*Error ID/);
    expect(feedbackOn('thanks')).toBeNull();
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/Thank you. Your rating was sent to Genie/);
    expect(feedbackOn('thanks')).toEqual({ rating: 'POSITIVE' });
  });

  it('have no further effect when clicked twice', async () => {
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

  it('ask for a comment on a thumbs-down, which goes to Genie with the rating', async () => {
    const ada = at('comment');
    const answer = await ada.ask('Revenue by region, comment');
    await ada.click(answer, { action: 'rate', rating: 'NEGATIVE' });
    expect(feedbackOn('comment')).toEqual({ rating: 'NEGATIVE' });
    const form = ada.messages().at(-1) ?? answer;
    await ada.click(form, { action: 'comment', comment: 'Wrong region' });
    expect(feedbackOn('comment')).toEqual({ rating: 'NEGATIVE', comment: 'Wrong region' });
    expect(ada.last()).toMatch(/Your rating and comment were sent/);
  });

  it('can be changed and removed', async () => {
    const ada = at('change');
    const answer = await ada.ask('Revenue by region, change');
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    const shown = ada.messages().at(-1) ?? answer;
    expect(readAloud(shown)).toContain('👍 Helpful ✓');
    await ada.click(shown, { action: 'rate', rating: 'NEGATIVE' });
    expect(feedbackOn('change')).toEqual({ rating: 'NEGATIVE' });
    await ada.click(ada.messages().at(-1) ?? answer, { action: 'rate', rating: 'NONE' });
    expect(feedbackOn('change')).toBeNull();
    expect(ada.last()).toMatch(/rating was removed/);
  });

  it('work only for the asker', async () => {
    const answer = await at('alone').ask('Revenue by region, alone');
    const other = aPersonAt(bot, 'alone', { scene: 'webchat', from: { id: 'dl_bob', name: '' } });
    await other.click(answer, { action: 'rate', rating: 'NEGATIVE' });
    expect(other.last()).toMatch(/Only the person who asked/);
    expect(feedbackOn('alone')).toBeNull();
  });
});

describe('Teams’ own thumbs', () => {
  it('appear under every answer instead of the card’s', async () => {
    const answer = await aPersonAt(bot, 'loop').ask('Revenue by region, loop');
    expect(answer.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(JSON.stringify(submitsOf(answer))).not.toContain('POSITIVE');
  });

  it.each(['personal', 'group', 'channel'] as const)(
    'rate that exact answer in %s, with the comment',
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

  it('rate the answer, too, when it is shown again', async () => {
    const ada = aPersonAt(bot, 'loop-copy');
    await ada.ask('Revenue by region, copy');
    const copy = await ada.hear('as a table');
    expect(await ada.react(copy, 'like')).toEqual({ status: 200, body: {} });
    expect(feedbackOn('region, copy')).toEqual({ rating: 'POSITIVE' });
  });

  it('rate nothing when someone other than the asker clicks them, and say so', async () => {
    const answer = await aPersonAt(bot, 'loop-other', { scene: 'channel' }).ask('Revenue, other');
    const other = aPersonAt(bot, 'loop-other', { scene: 'channel', from: bob });
    expect(await other.react(answer, 'dislike')).toEqual({ status: 200, body: {} });
    expect(other.last()).toMatch(/Only the person who asked/);
    expect(feedbackOn('other')).toBeNull();
  });

  it('say what to do when Genie rejects the rating', async () => {
    const ada = aPersonAt(bot, 'loop-fails');
    const answer = await ada.ask('Revenue by region, fails');
    bot.genie.faults.next({ path: /feedback$/ }, { status: 403, body: {} });
    expect(await ada.react(answer, 'like')).toMatchObject({ status: 200 });
    expect(ada.last()).toMatch(/couldn’t be sent to Genie/);
  });
});

describe('the command feedback', () => {
  it('rates the last answer, and in Teams its card then shows the rating', async () => {
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

  it('accepts a rating with the token that came with the answer: 204, every time', async () => {
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

  it('answers 401 without the token, or with another answer’s token', async () => {
    const { answerId } = await answerFor('mine');
    const { feedbackToken } = await answerFor('theirs');
    const body = { answerId, rating: 'POSITIVE' };
    for (const token of [undefined, '', 'x', feedbackToken, `${feedbackToken}x`]) {
      expect((await rate(body, token)).status).toBe(401);
    }
    expect(feedbackOn('mine')).toBeNull();
  });

  it('answers 404 to an answer that is no longer stored', async () => {
    const { answerId, feedbackToken } = await answerFor('gone');
    await bot.storage.questions.delete(answerId);
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(404);
  });

  it('answers 409 to an answer whose conversation was deleted', async () => {
    const ada = aPersonAt(bot, 'deleted', { scene: 'webchat' });
    const answer = await ada.ask('Revenue, deleted');
    const { answerId, feedbackToken } = answer.channelData as Record<string, string>;
    await ada.click(await ada.hear('logout and delete'), { action: 'delete-all' });
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(409);
  });

  it('answers 503 if Genie rejects it', async () => {
    const { answerId, feedbackToken } = await answerFor('down');
    bot.genie.faults.next({ path: /feedback$/ }, { status: 403, body: {} });
    expect((await rate({ answerId, rating: 'POSITIVE' }, feedbackToken)).status).toBe(503);
  });
});

describe('the settings', () => {
  it('keep ratings in the table alone if they are not to be sent to Genie', async () => {
    const own = await openInProcess({ env: { ENABLE_GENIE_FEEDBACK_API: 'false' } });
    const ada = aPersonAt(own, 'kept', { scene: 'webchat' });
    const answer = await ada.ask('Revenue by region');
    await ada.click(answer, { action: 'rate', rating: 'POSITIVE' });
    expect(ada.last()).toMatch(/Your rating was saved/);
    expect(own.genie.requests.some(({ path }) => path.endsWith('/feedback'))).toBe(false);
    const { answerId = '' } = answer.channelData as Record<string, string>;
    expect((await own.storage.questions.get(answerId))?.value.rating).toBe('POSITIVE');
    await own.close();
  });

  it('remove the thumbs, in Teams and elsewhere', async () => {
    const none = await openInProcess({ env: { ENABLE_FEEDBACK_CARDS: 'false' } });
    for (const scene of ['personal', 'webchat'] as const) {
      const answer = await aPersonAt(none, scene, { scene }).ask('Revenue by region');
      expect(JSON.stringify(answer)).not.toMatch(/POSITIVE|feedbackLoop/);
    }
    await none.close();
  });
});
