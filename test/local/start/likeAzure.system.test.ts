import { afterEach, beforeEach, expect, it } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { openStage, type Stage } from '../../support/openStage.ts';
import { answersIn } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const likeAzure = {
  TEST_HOST: JSON.stringify({ functionKey: 'the-key', masterKey: 'the-master-key' }),
};
const slow = 'Revenue by category';
const ask = (text: string, place: string) =>
  aMessage({ text, serviceUrl: stage.connector.url, conversation: { id: place } });
const takes = (ms: number) =>
  stage.genie.faults.script(slow, {
    statuses: [
      { status: 'ASKING_AI', ms },
      { status: 'COMPLETED', ms: 0 },
    ],
  });

/** How often the bot has looked whether Genie is done. */
const looks = () =>
  stage.genie.requests.filter(({ method, path }) => method === 'GET' && /messages\/\w+$/.test(path))
    .length;

it('as in Azure, SIGTERM ends nothing, and an instance is drained over its own API', async () => {
  takes(4_000);
  const bot = await stage.startBot(likeAzure);
  await bot.post(ask(slow, 'drained'));
  await until(() => looks() >= 2);
  void bot.stop();
  const headers = { 'x-functions-key': 'the-master-key' };
  const drained = await fetch(`${bot.url}/admin/host/drain`, { method: 'POST', headers });
  expect(drained.status).toBe(202);
  await until(() => answersIn(stage.connector, 'drained').length === 1);
  expect((await fetch(`${bot.url}/api/health`)).status).toBe(200);
});

it('as in Azure, the readiness check needs its key', async () => {
  const bot = await stage.startBot(likeAzure);
  const refused = await fetch(`${bot.url}/api/health/ready`);
  expect([refused.status, await refused.text()]).toEqual([401, '']);
  expect((await fetch(`${bot.url}/api/health/ready?code=the-key`)).status).toBe(200);
  expect((await fetch(`${bot.url}/api/health`)).status).toBe(200);
});

it('on a laptop, SIGTERM ends everything, keys aren’t needed, and /admin isn’t there', async () => {
  const bot = await stage.startBot();
  expect((await fetch(`${bot.url}/api/health/ready`)).status).toBe(200);
  const headers = { 'x-functions-key': 'the-master-key' };
  const drained = await fetch(`${bot.url}/admin/host/drain`, { method: 'POST', headers });
  expect(drained.status).toBe(404);
  expect(await bot.stop()).toBe(0);
});

const said = 'Revenue by region';

it('LOG_LEVEL=debug shows what people ask, with nothing else set, because host.json lets it through', async () => {
  const bot = await stage.startBot({ LOG_LEVEL: 'debug' });
  await bot.post(ask(said, 'debug'));
  const line = await until(() => bot.log.find(({ event }) => event === 'question.text'));
  expect(line).toMatchObject({ level: 'debug', text: said });
});

it('an app setting holds debug lines back, as it would in Azure', async () => {
  const bot = await stage.startBot({
    LOG_LEVEL: 'debug',
    'AzureFunctionsJobHost__logging__logLevel__Function.messages.User': 'Information',
  });
  await bot.post(ask(said, 'held'));
  await until(() => bot.log.some(({ event }) => event === 'question.ended'));
  expect(bot.log.some(({ event }) => event === 'question.text')).toBe(false);
});
