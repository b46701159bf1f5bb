import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bicepVersion } from '../../infra/compiler/bicepVersion.ts';
import { type FoundBicep, findBicep } from '../../infra/compiler/findBicep.ts';
import { type Bicep, startBicep } from '../../infra/compiler/startBicep.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'local', 'verify', 'workspace');

describe('the template of the demo workspace', { timeout: 120_000 }, () => {
  let found: FoundBicep | undefined;
  let bicep: Bicep | undefined;

  beforeAll(() => {
    found = findBicep();
    const token = '0'.repeat(48);
    if (found) {
      bicep = startBicep(found.path, {
        ...process.env,
        BOT_NAME: 'tryabcde',
        WORKSPACE_TOKEN: token,
      });
    }
  }, 180_000);
  afterAll(() => bicep?.stop());

  it('compiles, with its parameters, without a warning', async ({ skip }) => {
    skip(found?.version !== bicepVersion, `This needs Bicep ${bicepVersion}.`);
    const { diagnostics } =
      (await bicep?.compileParams(join(folder, 'workspace.bicepparam'))) ?? {};
    expect(diagnostics).toEqual([]);
  });

  it('takes the token as a secret, and gives it to nothing but the app', async ({ skip }) => {
    skip(!found, 'There is no Bicep compiler here.');
    const { contents = '{}' } = (await bicep?.compile(join(folder, 'workspace.bicep'))) ?? {};
    const { parameters, outputs } = JSON.parse(contents);
    expect(parameters.token).toMatchObject({ type: 'securestring', minLength: 32 });
    expect(parameters.token.defaultValue).toBeUndefined();
    expect(Object.keys(outputs)).toEqual(['functionAppName', 'hostName']);
    expect(contents.match(/parameters\('token'\)/g)).toHaveLength(1);
  });
});
