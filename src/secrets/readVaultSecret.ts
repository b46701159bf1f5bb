import { AppError } from '../common/errors.ts';
import type { VaultSecret } from './databricksAuth.ts';

/** The SDK retries by itself; this bounds all of its tries. */
const timeoutMs = 20_000;

/**
 * Reads a secret's current version with a managed identity.
 *
 * @throws AppError `secret-unavailable` whatever the reason: no identity, no permission, no such secret, no vault.
 */
export async function readVaultSecret(secret: VaultSecret): Promise<string> {
  const { vaultUri, secretName, identityClientId } = secret;
  let value: string | undefined;
  try {
    const [{ ManagedIdentityCredential }, { SecretClient }] = await Promise.all([
      import('@azure/identity'),
      import('@azure/keyvault-secrets'),
    ]);
    const credential = new ManagedIdentityCredential(
      identityClientId ? { clientId: identityClientId } : {},
    );
    const client = new SecretClient(vaultUri, credential);
    const abortSignal = AbortSignal.timeout(timeoutMs);
    ({ value } = await client.getSecret(secretName, { abortSignal }));
  } catch (cause) {
    const message = `The secret ${secretName} could not be read from ${vaultUri}`;
    throw new AppError('secret-unavailable', message, { cause });
  }
  const text = value?.trim(); // A line end may have been pasted along with it.
  if (!text) throw new AppError('secret-unavailable', `The secret ${secretName} is empty`);
  return text;
}
