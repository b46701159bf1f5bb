import { createPrivateKey } from 'node:crypto';
import type { Settings } from './settings.ts';

/** How the bot proves who it is to the Bot Framework, and what callers' tokens must be made out to. */
export type BotIdentity =
  /** None: only for this machine. Callers need no token, and the bot sends none. */
  | { kind: 'none' }
  | { kind: 'UserAssignedMSI'; appId: string; tenantId: string }
  | { kind: 'SingleTenant'; appId: string; tenantId: string; password: string }
  | { kind: 'SingleTenant'; appId: string; tenantId: string; certificate: BotCertificate }
  | { kind: 'MultiTenant'; appId: string; tenantId?: string; password: string };

export interface BotCertificate {
  /** SHA-1, in hex. */
  thumbprint: string;
  /** PEM. */
  privateKey: string;
}

/**
 * Markers of containers, in Azure and elsewhere. Development containers have them too: what listens on loopback alone
 * (`npm start`) empties them.
 */
export const containerMarkers = [
  'CONTAINER_NAME',
  'CONTAINER_APP_NAME',
  'KUBERNETES_SERVICE_HOST',
] as const;

/** What Azure sets for a function app, and nothing else does. */
export const appServiceMarkers = ['WEBSITE_INSTANCE_ID', 'WEBSITE_SITE_NAME'] as const;

const hostedMarkers = [...appServiceMarkers, ...containerMarkers];

/** Whether the bot isn't on a laptop: others could reach an endpoint without authentication. */
export function isHosted(settings: Pick<Settings, 'text'>): boolean {
  return hostedMarkers.some((name) => settings.text(name));
}

/** Reads the bot's identity. What does not fit together is a problem rather than a guess. */
export function readBotIdentity(settings: Settings): BotIdentity {
  // A GUID, whose case means nothing; callers' tokens have it in lower case.
  const appId = settings.text('MicrosoftAppId', 'APP_ID')?.toLowerCase();
  const tenantId = settings.text('MicrosoftAppTenantId', 'APP_TENANTID') ?? '';
  const password = settings.text('MicrosoftAppPassword', 'APP_PASSWORD') ?? '';
  const certificate = readCertificate(settings);
  const kind = settings.choice(
    ['MicrosoftAppType', 'APP_TYPE'],
    ['UserAssignedMSI', 'SingleTenant', 'MultiTenant'],
    'SingleTenant',
  );
  if (appId === undefined) {
    if (password || tenantId || certificate) {
      settings.problem('MicrosoftAppId is missing, but other settings of the bot are there');
    }
    if (isHosted(settings)) {
      settings.problem('MicrosoftAppId is missing: without it anybody could talk to the bot');
    }
    return { kind: 'none' };
  }

  const needs = (value: string, name: string) => {
    if (!value) settings.problem(`${name} is missing: ${kind} needs it`);
  };
  switch (kind) {
    case 'UserAssignedMSI':
      needs(tenantId, 'MicrosoftAppTenantId');
      if (password) {
        settings.problem('MicrosoftAppPassword must not be set: UserAssignedMSI has no secret');
      }
      if (certificate) {
        settings.problem('CertificatePrivateKey must not be set: UserAssignedMSI has no secret');
      }
      return { kind, appId, tenantId };
    case 'SingleTenant':
      needs(tenantId, 'MicrosoftAppTenantId');
      if (certificate && password) {
        settings.problem('MicrosoftAppPassword and CertificatePrivateKey are both set: keep one');
      }
      if (certificate) return { kind, appId, tenantId, certificate };
      needs(password, 'MicrosoftAppPassword');
      return { kind, appId, tenantId, password };
    case 'MultiTenant':
      needs(password, 'MicrosoftAppPassword');
      if (certificate) {
        settings.problem('CertificatePrivateKey must not be set: MultiTenant takes a password');
      }
      return { kind, appId, password, ...(tenantId && { tenantId }) };
  }
}

function readCertificate(settings: Settings): BotCertificate | undefined {
  // Where a setting cannot hold line ends, people write them as \n.
  const privateKey = settings.text('CertificatePrivateKey')?.replaceAll('\\n', '\n');
  const thumbprint = settings.text('CertificateThumbprint')?.replaceAll(/[:\s]/g, '');
  if (privateKey === undefined && thumbprint === undefined) return undefined;
  if (!/^[0-9a-f]{40}$/i.test(thumbprint ?? '')) {
    settings.problem('CertificateThumbprint must be the 40 hex digits of the certificate');
  }
  if (!isPrivateKey(privateKey ?? '')) {
    settings.problem('CertificatePrivateKey must be a private key in PEM, without a passphrase');
  }
  return { thumbprint: thumbprint ?? '', privateKey: privateKey ?? '' };
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}
