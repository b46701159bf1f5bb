import { describe, expect, it } from 'vitest';
import { directLineSecret } from '../../../local/verify/azure/directLineSecret.ts';
import { hideSecrets } from '../../../local/verify/hideSecrets.ts';
import { aTrial } from '../../support/azure/aTrial.ts';

const sites = [{ siteName: 'Default Site', key: 'the-key', key2: 'the-other' }];

describe('the secret of the Direct Line channel', () => {
  it.each([
    { resource: {}, setting: { sites } },
    { properties: { channelName: 'DirectLineChannel', properties: { sites } } },
    { properties: { sites } },
  ])('is found where public sources have seen it, and kept secret: %j', async (answer) => {
    const trial = aTrial({ az: async () => answer });
    expect(await directLineSecret(trial, 'sub', 'bot-try')).toBe('the-key');
    expect([...trial.secrets]).toEqual(['the-key']);
  });

  it.each([{}, { properties: {} }, { setting: { sites: [] } }, undefined])(
    'is missed in a sentence: %j',
    async (answer) => {
      const secret = directLineSecret(aTrial({ az: async () => answer }), 'sub', 'bot-try');
      await expect(secret).rejects.toThrow(
        'Azure didn’t give the secret of the Direct Line channel.',
      );
    },
  );
});

describe('a secret', () => {
  it('is hidden wherever it appears', () => {
    expect(hideSecrets('a s3cret and the s3cret', new Set(['s3cret', '']))).toBe(
      'a […] and the […]',
    );
  });
});
