import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { toConnectionString } from '../support/azurite.ts';
import { type LossyProxy, startLossyProxy } from '../support/lossyProxy.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const outageMs = 15_000;

describe('while storage answers 503', () => {
  let stage: Stage;
  let proxies: LossyProxy[];
  let bot: Bot;
  beforeAll(async () => {
    stage = await openStage();
    const { tableAddress, queueAddress } = stage.azurite;
    proxies = await Promise.all([startLossyProxy(tableAddress), startLossyProxy(queueAddress)]);
    const [tables, queues] = proxies.map(({ address }) => address);
    bot = await stage.startBot({
      AzureWebJobsStorage: toConnectionString(tables ?? '', queues ?? ''),
    });
  });
  afterAll(async () => {
    await stage.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });

  const message = (text: string, place: string) =>
    aMessage({ text, serviceUrl: stage.connector.url, conversation: { id: place } });
  const setBusy = (isBusy: boolean) => {
    for (const proxy of proxies) proxy.setBusy(isBusy);
  };
  const askedInGenie = (text: string) =>
    stage.genie.messages().filter(({ content }) => content.endsWith(text));

  it('a question is refused, and accepted when the channel delivers it again', async () => {
    const activity = message('Revenue by region', 'refused');
    setBusy(true);
    expect(await bot.post(activity)).toBe(500);
    setBusy(false);
    expect(await bot.post(activity)).toBe(200);
    await until(() => answersIn(stage.connector, 'refused').length > 0);
    expect(askedInGenie('Revenue by region')).toHaveLength(1);
  }, 60_000);

  it('the health check answers 503', async () => {
    setBusy(true);
    const response = await fetch(`${bot.url}/api/health`);
    setBusy(false);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'unavailable' });
  }, 30_000);

  it('the readiness check names storage alone within five seconds, and recovers once it’s over', async () => {
    setBusy(true);
    const startedAt = Date.now();
    const response = await fetch(`${bot.url}/api/health/ready`);
    const tookMs = Date.now() - startedAt;
    setBusy(false);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'unavailable',
      checks: { storage: { ok: false }, credential: { ok: true }, genie: { ok: true } },
    });
    expect(tookMs).toBeLessThan(6_000);
    const again = await fetch(`${bot.url}/api/health/ready`);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ status: 'ready' });
  }, 30_000);

  it('a question that Genie is working on is answered once when storage is back', async () => {
    const text = 'Revenue by category';
    const statuses = [
      { status: 'ASKING_AI', ms: 3_000 },
      { status: 'COMPLETED', ms: 0 },
    ];
    stage.genie.faults.script(text, { statuses });
    await bot.post(message(text, 'outage'));
    setBusy(true);
    await wait(outageMs);
    setBusy(false);
    await until(() => answersIn(stage.connector, 'outage').length > 0, 60_000);
    await stage.azurite.drain();
    expect(answersIn(stage.connector, 'outage')).toHaveLength(1);
    expect(askedInGenie(text)).toHaveLength(1);
  }, 120_000);
});
