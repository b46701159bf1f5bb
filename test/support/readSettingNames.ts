import { AppError } from '../../src/common/errors.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Env } from '../../src/config/settings.ts';

/** The names of all settings that the code asks for, whichever way it takes. */
export function readSettingNames(): string[] {
  const names = new Set<string>();
  const watch = (env: Env): Env =>
    new Proxy(env, {
      get(target, name) {
        names.add(String(name));
        return Reflect.get(target, name);
      },
    });
  const accounts: Env[] = [{}, { AzureWebJobsStorage: 'x' }];
  const identities: Env[] = [{}, { MicrosoftAppId: 'x', MicrosoftAppTenantId: 'y' }];
  const auths: Env[] = [{}, { DATABRICKS_TOKEN: 'x' }, { KEY_VAULT_URI: 'https://x' }];
  for (const account of accounts) {
    for (const identity of identities) {
      for (const auth of auths) {
        for (const kind of ['pat', 'oauth-m2m', 'azure-msi']) {
          const env = { ...account, ...identity, ...auth, DATABRICKS_AUTH_TYPE: kind };
          try {
            loadConfig(watch(env));
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        }
      }
    }
  }
  return [...names];
}
