import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { toConnectionString } from '../support/azurite.ts';
import { startLossyProxy } from '../support/lossyProxy.ts';
import { hasLogged, moments, place, question } from '../support/moments.ts';
import { openStage } from '../support/openStage.ts';
import { answersIn } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

/** Azure's host gives up within half a minute. Here it does in three seconds. */
const testHost = JSON.stringify({ storageRetryMs: 100 });

/** A stage whose storage can be taken away; its bots run as in Azure. */
async function openWithStorage() {
  const stage = await openStage({ connector: { channel: 'msteams' } });
  const { tableAddress, queueAddress } = stage.azurite;
  const proxies = await Promise.all([startLossyProxy(tableAddress), startLossyProxy(queueAddress)]);
  const [tables = '', queues = ''] = proxies.map(({ address }) => address);
  const env = { AzureWebJobsStorage: toConnectionString(tables, queues), TEST_HOST: testHost };
  return {
    stage,
    startBot: (more: Record<string, string> = {}) => stage.startBot({ ...env, ...more }),
    async setAway(isAway: boolean) {
      await Promise.all(proxies.map((proxy) => proxy.setAway(isAway)));
    },
    async close() {
      await stage.close();
      await Promise.all(proxies.map((proxy) => proxy.close()));
    },
  };
}

/** Before Genie has the question, while it's written, while Genie works, while the answer is sent. */
const everySecond = moments.filter((_, index) => index % 2 === 0);

describe.concurrent('an outage of storage that ends the instance', () => {
  it.each(everySecond)(
    '$name: the question is asked once and answered once when the platform starts it again',
    async (moment) => {
      const { stage, startBot, setAway, close } = await openWithStorage();
      try {
        moment.prepare?.(stage);
        const bot = await startBot();
        const { url: serviceUrl } = stage.connector;
        const conversation = { id: place };
        let isAcknowledged = false;
        const posted = bot
          .post(aMessage({ text: question, serviceUrl, conversation }))
          .then((status) => {
            isAcknowledged = status === 200;
          })
          .catch(() => undefined);
        await until(() => moment.isNow(stage, bot, isAcknowledged));
        await setAway(true);
        expect(await bot.ended).toBe(0);
        await posted;
        await expect(startBot()).rejects.toThrow('did not start');

        await setAway(false);
        const next = await startBot();
        await until(() => [bot, next].some((each) => hasLogged(each, 'question.ended')));
        await stage.azurite.drain();
        expect(answersIn(stage.connector, place)).toHaveLength(1);
        expect(stage.genie.messages()).toHaveLength(1);

        const after = { id: 'after' };
        await next.post(aMessage({ text: 'Revenue by region', serviceUrl, conversation: after }));
        await until(() => answersIn(stage.connector, 'after').length === 1);
      } finally {
        await close();
      }
    },
    120_000,
  );

  it('says why where a person started it, and exits with an error', async () => {
    const { startBot, setAway, close } = await openWithStorage();
    try {
      const bot = await startBot({ TEST_HOST: '' });
      await setAway(true);
      expect(await bot.ended).toBe(1);
      expect(bot.output()).toMatch(
        /The queue (?:questions|subscriptions)(?:-poison)? at 127\.0\.0\.1:\d+ can’t be read\. So the bot ends here/,
      );
      expect(bot.output()).toContain('Start it again once storage is back.');
    } finally {
      await close();
    }
  }, 120_000);
});
