import { afterAll, beforeAll, expect, it } from 'vitest';
import { aChatVisitor, pageOn } from '../../support/aChatVisitor.ts';
import { forgetWordsOf } from '../../support/forgetWordsOf.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { type Endpoints, startEndpoints } from '../../support/startEndpoints.ts';

const clock = createMovableClock();
let workspace: Endpoints;
let bot: InProcess;
beforeAll(async () => {
  workspace = await startEndpoints('sales-agent');
  bot = await openInProcess({
    clock,
    env: { ...pageOn, DATABRICKS_HOST: workspace.url, SERVING_ENDPOINT_NAME: 'sales-agent' },
  });
  workspace.sendRestTo(bot.genie.url);
});
afterAll(async () => {
  await bot.close();
  await workspace.close();
});

it('a chat with an endpoint is shown while its session lasts; after that, its turns say that they’re gone', async () => {
  const ada = aChatVisitor(bot);
  const chat = await ada.open();
  const { spaces } = (await ada.get('spaces', { chat: chat.id })).body;
  expect(spaces.map(({ id }: { id: string }) => id)).toContain('endpoint:sales-agent');
  await ada.send('PUT', `chats/${chat.id}/space`, { spaceId: 'endpoint:sales-agent' });
  await chat.hear('What sold best?');
  await bot.settled();
  const { body } = await ada.get(`chats/${chat.id}`);
  expect(body).toMatchObject({ title: 'What sold best?', spaceTitle: 'sales-agent' });
  expect(body.turns[0].message.attachments).toHaveLength(1);
  await forgetWordsOf(bot, chat.id);
  expect((await ada.get('chats', { search: 'best' })).body.chats).toHaveLength(1);

  clock.skip(30 * 3_600_000);
  const gone = (await ada.get(`chats/${chat.id}`)).body;
  expect(gone.turns[0]).toMatchObject({ state: 'answered' });
  expect(gone.turns[0].message.text).toBe('I no longer have this answer. Please ask again.');
  expect((await ada.send('DELETE', `chats/${chat.id}?now=true`)).status).toBe(204);
});
