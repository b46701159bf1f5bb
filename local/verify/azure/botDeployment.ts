import { join } from 'node:path';
import type { Env } from '../../../src/config/settings.ts';
import type { Trial } from '../trial.ts';
import type { Deployment } from './deployment.ts';

const parameters = join(import.meta.dirname, '..', '..', '..', 'infra', 'main.bicepparam');

/** The bot's own deployment, with what a trial needs; anything else comes from the environment, as it would otherwise. */
export function botDeployment({ name }: Trial, settings: Env): Deployment {
  return {
    name,
    parameters,
    env: {
      ...settings,
      BOT_NAME: name,
      // Otherwise the vault couldn't be removed for 90 days.
      PURGE_PROTECTION: 'false',
      MONTHLY_BUDGET: '0',
      CHANNEL_DIRECT_LINE: 'true',
      // Nobody could sign in: the person that talks to the bot here has no Entra account.
      GENIE_IDENTITY: 'bot',
      SSO_APP_ID: '',
      // These would keep out the person that talks to the bot here, too.
      DIRECT_LINE_ORIGINS: '',
      CHAT_PAGE: 'false',
      ALLOWED_USERS: '',
      REQUIRE_EMAIL: '',
    },
  };
}
