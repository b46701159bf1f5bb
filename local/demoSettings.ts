import type { Env } from '../src/config/settings.ts';
import type { DemoWorkspace } from './demo/demoWorkspace.ts';
import { assistantName } from './demo/server/servingRoutes.ts';
import type { DemoSignIn } from './startDemoSignIn.ts';

/** The bot's settings when it uses the demo workspace, whatever else is set. */
export function demoSettings(
  demo: Pick<DemoWorkspace, 'url' | 'token'>,
  env: Env,
  signIn?: Pick<DemoSignIn, 'url'>,
): Env {
  return {
    DATABRICKS_HOST: demo.url,
    DATABRICKS_AUTH_TYPE: 'pat',
    DATABRICKS_TOKEN: demo.token,
    // Both demo spaces can be used, or none, and its assistant.
    DATABRICKS_SPACE_ID: env['DATABRICKS_SPACE_ID'] === 'none' ? 'none' : '',
    GENIE_SPACE_ID: '',
    SERVING_ENDPOINT_NAME: assistantName,
    GENIE_DEMO: 'true',
    // The demo takes the tokens of its own people as they are.
    ...(signIn && { BOT_TOKEN_SERVICE_URL: signIn.url, DATABRICKS_TOKEN_EXCHANGE: 'none' }),
    // The demo workspace has no limit of its own, and people shouldn't have to wait for one that doesn't exist. An
    // empty setting counts as unset, as everywhere.
    GENIE_QUESTIONS_PER_MINUTE: env['GENIE_QUESTIONS_PER_MINUTE'] || '1000',
    USER_QUESTIONS_PER_MINUTE:
      env['USER_QUESTIONS_PER_MINUTE'] || (env['GENIE_QUESTIONS_PER_MINUTE'] ? '' : '1000'),
  };
}
