import { describe, expect, it } from 'vitest';
import { publish } from '../../../local/verify/azure/publish.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { createAzureDouble } from '../../support/azure/azureDouble.ts';

const command = 'functionapp deployment source config-zip';

function upload(stderr: string, times: number) {
  const azure = createAzureDouble();
  azure.fail(command, stderr, times);
  const trial = aTrial({ az: azure.az });
  return { trial, azure, done: publish(trial, 'func-tryabcde', 'dist/app.zip') };
}

describe('uploading a package', () => {
  it.each([
    'ERROR: An error occured during deployment. Status Code: 502, Details: Bad Gateway',
    'ERROR: Status Code: 503',
    "ERROR: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
    'ERROR: Deployment failed: AuthorizationPermissionMismatch',
  ])('is tried again where a new app isn’t up yet: %s', async (stderr) => {
    const { trial, done } = upload(stderr, 2);
    const before = trial.clock.now();
    expect((await done).note).toBe('at attempt 3');
    expect(trial.clock.now() - before).toBe(60_000);
  });

  it('fails with az’s own words where it never works', async () => {
    const { azure, done } = upload('ERROR: Status Code: 502, Details: Bad Gateway', 99);
    await expect(done).rejects.toThrow(
      'az functionapp deployment source config-zip: Status Code: 502',
    );
    expect(azure.calls).toHaveLength(5);
  });

  it('isn’t tried again where it can’t work', async () => {
    const { azure, done } = upload('ERROR: The file dist/app.zip does not exist', 99);
    await expect(done).rejects.toThrow('does not exist');
    expect(azure.calls).toHaveLength(1);
  });
});
