import { isLoopback } from '../common/loopback.ts';
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
  /** What tokens are made with: the secret itself, or its name in the bot's Key Vault. */
  secret: { value: string } | { name: string } | undefined;
}

const microsofts = 'https://directline.botframework.com';

/** Reads whether there is a chat page, and for whom. */
export function readPageSettings(settings: Settings, identity: BotIdentity): PageSettings {
  const isOn = settings.flag('CHAT_PAGE', false);
  const isLocal = identity.kind === 'none' && !isHosted(settings);
  return {
    access: accessOf({ isOn, isLocal }),
    directLine: {
      url: readDirectLineUrl(settings),
      secret: readSecret(settings),
    },
    frameAncestors: settings.list('CHAT_PAGE_FRAME_ANCESTORS'),
  };
}

function accessOf({ isOn, isLocal }: { isOn: boolean; isLocal: boolean }): PageSettings['access'] {
  if (isOn) return 'signed-in';
  return isLocal ? 'open' : 'off';
}

function readSecret(settings: Settings): DirectLineSettings['secret'] {
  const value = settings.text('DIRECT_LINE_SECRET');
  if (value) return { value };
  const name = settings.text('DIRECT_LINE_SECRET_NAME');
  return name ? { name } : undefined;
}

function readDirectLineUrl(settings: Settings): string {
  const text = settings.text('DIRECT_LINE_URL');
  if (text === undefined) return microsofts;
  const url = URL.parse(text);
  const isUsable =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isUsable) {
    settings.problem('DIRECT_LINE_URL must be an https address');
    return microsofts;
  }
  return url.origin;
}
