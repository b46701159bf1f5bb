import { isLoopback } from '../common/loopback.ts';
import type { VaultSecret } from '../secrets/databricksAuth.ts';
import { type BotIdentity, isHosted } from './botIdentity.ts';
import type { Settings } from './settings.ts';

/** The chat page that the bot serves. */
export interface PageSettings {
  /**
   * Who gets the page. `signed-in`: Easy Auth stands before it, and says who each request is from. `open`: everyone who
   * can reach a bot without an app ID, which is this machine alone.
   */
  access: 'signed-in' | 'open' | 'off';
  directLine: DirectLineSettings;
  /** Origins of pages that can show it in a frame. */
  frameAncestors: readonly string[];
}

/** The channel between the page and the bot. */
export interface DirectLineSettings {
  /** Without a path. */
  url: string;
  /** Where its API is there. */
  path: string;
  /** What the page's client is told of it; absent: it's the one that the client knows. */
  domain?: string;
  /** What tokens are made with. Absent: none are. */
  secret?: { kind: 'static'; token: string } | VaultSecret;
}

const microsofts = 'https://directline.botframework.com';
const usualPath = '/v3/directline';

/** Reads whether there is a chat page, and for whom. */
export function readPageSettings(settings: Settings, identity: BotIdentity): PageSettings {
  const secret = readSecret(settings);
  return {
    access: readAccess(settings, identity),
    directLine: { ...readDirectLine(settings), ...(secret && { secret }) },
    frameAncestors: readFrameAncestors(settings),
  };
}

function readAccess(settings: Settings, identity: BotIdentity): PageSettings['access'] {
  if (!settings.flag('CHAT_PAGE', false)) {
    return identity.kind === 'none' && !isHosted(settings) ? 'open' : 'off';
  }
  // Azure's own word for whether Easy Auth is on. If it isn't, its headers could be anyone's.
  const azures = settings.text('WEBSITE_AUTH_ENABLED');
  return azures === undefined || azures.toLowerCase() === 'true' ? 'signed-in' : 'off';
}

function readSecret(settings: Settings): DirectLineSettings['secret'] {
  const token = settings.text('DIRECT_LINE_SECRET');
  const secretName = settings.text('DIRECT_LINE_SECRET_NAME');
  if (token) return { kind: 'static', token };
  if (secretName === undefined) return undefined;
  const vaultUri = settings.text('KEY_VAULT_URI');
  const identityClientId = settings.text('AZURE_CLIENT_ID');
  if (vaultUri === undefined) {
    settings.problem('KEY_VAULT_URI is missing: DIRECT_LINE_SECRET_NAME is the name of its secret');
    return undefined;
  }
  return {
    kind: 'key-vault',
    vaultUri,
    secretName,
    ...(identityClientId && { identityClientId }),
  };
}

/** An address with a path is the laptop's own: the page finds it on the host that it came from, whatever that's called. */
function readDirectLine(settings: Settings): Omit<DirectLineSettings, 'secret'> {
  const text = settings.text('DIRECT_LINE_URL');
  const usual = { url: microsofts, path: usualPath };
  if (text === undefined) return usual;
  const url = URL.parse(text);
  const isOwn = url !== null && isLoopback(url.hostname);
  const isUsable = url?.protocol === 'https:' || (isOwn && url.protocol === 'http:');
  if (url === null || !isUsable || url.username || url.password || url.search || url.hash) {
    settings.problem('DIRECT_LINE_URL must be an https address');
    return usual;
  }
  const { origin } = url;
  const path = url.pathname.replace(/\/$/, '');
  if (isOwn && path !== '' && path !== usualPath) return { url: origin, path, domain: path };
  if (path !== '' && path !== usualPath) {
    settings.problem('DIRECT_LINE_URL must be an address without a path');
  }
  if (origin === microsofts) return usual;
  return { url: origin, path: usualPath, domain: `${origin}${usualPath}` };
}

/** They end up in a header that lists more than origins, so nothing else gets through. */
function readFrameAncestors(settings: Settings): string[] {
  const origins = settings.list('CHAT_PAGE_FRAME_ANCESTORS').map((text) => {
    const url = URL.parse(text);
    const isWeb =
      url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    const isOrigin = url !== null && isWeb && url.href === `${url.origin}/`;
    return isOrigin && isHost(url.host) ? url.origin : undefined;
  });
  if (origins.includes(undefined)) {
    settings.problem(
      'CHAT_PAGE_FRAME_ANCESTORS must list origins, such as https://intranet.contoso.com',
    );
  }
  return origins.filter((origin) => origin !== undefined);
}

/** A wildcard stands for what is below a domain, never for the whole web or what ends in `.com`. */
function isHost(host: string): boolean {
  const below = host.startsWith('*.') ? host.slice(2) : undefined;
  return below === undefined
    ? !/[^\w.:[\]-]/.test(host)
    : below.includes('.') && !/[^\w.:-]/.test(below);
}
