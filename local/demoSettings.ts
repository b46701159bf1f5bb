import type { Env } from '../src/config/settings.ts';
import type { DemoWorkspace } from './demo/demoWorkspace.ts';

/** What the bot is set to where it asks the demo workspace, whatever else is set. */
export function demoSettings(demo: Pick<DemoWorkspace, 'url' | 'token'>, env: Env): Env {
  return {
    DATABRICKS_HOST: demo.url,
    DATABRICKS_AUTH_TYPE: 'pat',
    DATABRICKS_TOKEN: demo.token,
    // Both spaces of the demo may be asked.
    DATABRICKS_SPACE_ID: '',
    GENIE_SPACE_ID: '',
    GENIE_DEMO: 'true',
    // The demo workspace has no limit of its own, and nobody should wait for one that is not there. An empty setting is
    // none, as everywhere.
    GENIE_QUESTIONS_PER_MINUTE: env['GENIE_QUESTIONS_PER_MINUTE'] || '1000',
    USER_QUESTIONS_PER_MINUTE: env['USER_QUESTIONS_PER_MINUTE'] || '1000',
  };
}
