import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

const minimal = {
  DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
  DATABRICKS_TOKEN: 'dapi-secret',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
};
const read = (WORKER_THREADS: string, env = {}) =>
  loadConfig({ ...minimal, ...env, WORKER_THREADS }).workers;

describe('WORKER_THREADS', () => {
  it.each([
    ['', undefined],
    ['1', 1],
    [' 4 ', 4],
    ['32', 32],
  ])('is how many questions a laptop works on at the same time: %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['0', '-1', '33', '2.5', 'four', 'NaN', 'Infinity'])('can’t be %s', (text) => {
    expect(() => read(text)).toThrow('WORKER_THREADS must be a whole number from 1 to 32');
  });

  it.each(['WEBSITE_INSTANCE_ID', 'WEBSITE_SITE_NAME', 'CONTAINER_NAME'])(
    'is refused in Azure, where host.json says it: %s',
    (marker) => {
      const identity = { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'tenant' };
      const env = { [marker]: 'x', MicrosoftAppId: 'app', ...identity };
      expect(() => read('', env)).not.toThrow();
      expect(() => read('4', env)).toThrow(/WORKER_THREADS must not be set in Azure: .*host\.json/);
    },
  );
});
