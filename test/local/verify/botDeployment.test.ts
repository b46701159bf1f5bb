import { expect, it } from 'vitest';
import { botDeployment } from '../../../local/verify/azure/botDeployment.ts';
import { aTrial } from '../../support/azure/aTrial.ts';

it('A trial has no chat page at first, even where the environment does: Direct Line would be for that alone', () => {
  const { env } = botDeployment(aTrial(), { CHAT_PAGE: 'true', CHAT_PAGE_CLIENT_ID: 'theirs' });
  expect(env['CHAT_PAGE']).toBe('false');
});

it('A trial asks as the bot, even where the environment has people sign in: its person has no account', () => {
  const { env } = botDeployment(aTrial(), { GENIE_IDENTITY: 'person', SSO_APP_ID: 'theirs' });
  expect(env).toMatchObject({ GENIE_IDENTITY: 'bot', SSO_APP_ID: '' });
});
