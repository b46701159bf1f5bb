import { vi } from 'vitest';
import { tenantId } from './activities.ts';
import { type BotFramework, startBotFramework } from './botFrameworkDouble.ts';
import type { ConnectorOptions } from './connectorDouble.ts';
import { type InProcess, openInProcess } from './openInProcess.ts';

export interface Signed extends InProcess {
  framework: BotFramework;
}

interface SignedOptions {
  env?: Record<string, string>;
  connector?: ConnectorOptions;
}

const appId = '3f1b0f5e-8f0a-4d4c-9a43-0f0b7f1d2c11';

/** The bot in this process as it is in Azure: with a managed identity, and a Bot Framework that signs what it sends. */
export async function openSigned(options: SignedOptions = {}): Promise<Signed> {
  const framework = await startBotFramework({ appId });
  vi.stubEnv('IDENTITY_ENDPOINT', framework.identityEndpoint);
  vi.stubEnv('IDENTITY_HEADER', 'header');
  const bot = await openInProcess({
    ...options,
    framework,
    env: {
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenantId,
      LOG_LEVEL: 'info',
      ...options.env,
    },
  });
  return {
    ...bot,
    framework,
    async close() {
      await bot.close();
      await framework.close();
      vi.unstubAllEnvs();
    },
  };
}
