import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { aCardSubmit, aMessage } from '../support/activities.ts';
import type { Fault } from '../support/connectorFaults.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const isAnswer = (body: unknown) => ((body as Activity | undefined)?.attachments ?? []).length > 0;

describe.each(['msteams', 'webchat'] as const)(
  'while the connector of %s is troubled',
  (channelId) => {
    let stage: Stage;
    let bot: Bot;
    let count = 0;
    beforeAll(async () => {
      stage = await openStage({ connector: { channel: channelId } });
      bot = await stage.startBot();
    });
    afterAll(() => stage.close());

    async function askIn(place: string, text = 'Revenue by region'): Promise<void> {
      const { url: serviceUrl } = stage.connector;
      const conversation = { id: place };
      await bot.post(aMessage({ channelId, text, serviceUrl, conversation }));
    }
    const nextPlace = () => `place-${++count}`;
    const meet = (fault: Fault) => stage.connector.faults.next({ activity: isAnswer }, fault);
    const ended = (number: number) =>
      until(() => bot.log.filter(({ event }) => event === 'question.ended').length >= number);

    it.each<[string, Fault]>([
      ['429 with Retry-After', { status: 429, headers: { 'retry-after': '1' } }],
      ['429', { status: 429 }],
      ['502', { status: 502 }],
      ['503', { status: 503 }],
    ])('an answer refused with %s is sent again and shown once', async (_what, fault) => {
      const place = nextPlace();
      meet(fault);
      await askIn(place);
      await stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 15_000);
      await ended(count);
      expect(answersIn(stage.connector, place)).toHaveLength(1);
    });

    it('an answer that is too large is sent smaller', async () => {
      const place = nextPlace();
      for (let time = 0; time < 3; time++) meet({ status: 413 });
      await askIn(place, 'Show all orders with all details');
      await stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 15_000);
      const sizes = stage.connector.requests
        .filter(({ path, body }) => path.includes(place) && isAnswer(body))
        .map(({ body }) => JSON.stringify(body).length);
      expect(sizes.at(-1)).toBeLessThan(sizes[0] ?? 0);
      expect(answersIn(stage.connector, place)).toHaveLength(1);
    });

    const refusal = (status: number, code: string): Fault => ({
      status,
      body: { error: { code, message: 'Unknown' } },
    });

    it.each<[string, Fault]>([
      ['400', refusal(400, 'BadArgument')],
      ['401', refusal(401, 'Unauthorized')],
      ['an unknown 403', refusal(403, 'ServiceError')],
      ['405', refusal(405, 'MethodNotAllowed')],
      ['409', refusal(409, 'Conflict')],
      ['a refusal that names itself', refusal(403, 'BotDisabledByAdmin')],
    ])('an answer that meets %s once is shown once', async (_what, fault) => {
      const place = nextPlace();
      meet(fault);
      await askIn(place);
      await ended(count);
      const shown = messagesIn(stage.connector, place).map(readAloud);
      expect(shown.filter((text) => /Europe/.test(text))).toHaveLength(1);
      expect(shown.filter((text) => / …$/.test(text))).toEqual([]);
    });

    it.each<[string, Fault]>([
      ['whose reply is lost', { carriedOut: true, drop: true }],
      ['that was shown in spite of a 500', { carriedOut: true, status: 500 }],
    ])('an answer %s is not shown twice', async (_what, fault) => {
      const place = nextPlace();
      meet(fault);
      await askIn(place);
      await ended(count);
      expect(answersIn(stage.connector, place)).toHaveLength(1);
    });

    if (channelId === 'msteams') {
      it('an answer whose progress message was deleted comes as a new one', async () => {
        const place = nextPlace();
        meet({ status: 404 });
        await askIn(place);
        await stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 15_000);
        expect(messagesIn(stage.connector, place)).toHaveLength(2);
      });
    } else {
      it('an answer that might not have arrived is shown with a click', async () => {
        const place = nextPlace();
        meet({ drop: true });
        await askIn(place);
        const offer = await stage.connector.waitFor(
          () =>
            messagesIn(stage.connector, place).find((shown) =>
              /can’t tell whether it arrived/.test(readAloud(shown)),
            ),
          15_000,
        );
        expect(answersIn(stage.connector, place)).toHaveLength(0);
        const { url: serviceUrl } = stage.connector;
        const [value] = submitsOf(offer);
        await bot.post(aCardSubmit({ channelId, value, serviceUrl, conversation: { id: place } }));
        expect(answersIn(stage.connector, place)).toHaveLength(1);
      });
    }

    it('the SDK never sends anything again by itself', async () => {
      const place = nextPlace();
      stage.connector.faults.next({ activity: ({ type }) => type === 'typing' }, { status: 500 });
      stage.connector.faults.next(
        { activity: ({ text }) => /On it/.test(text ?? '') },
        { status: 500 },
      );
      await askIn(place);
      await stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 15_000);
      const failed = stage.connector.requests.filter(
        ({ path, status }) => path.includes(place) && status === 500,
      );
      expect(failed).toHaveLength(1);
      const bodies = stage.connector.requests
        .filter(({ path }) => path.includes(place))
        .map(({ body }) => JSON.stringify(body));
      expect(bodies.filter((body) => body === JSON.stringify(failed[0]?.body))).toHaveLength(1);
    });
  },
);
