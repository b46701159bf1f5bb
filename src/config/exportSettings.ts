import { isLoopback } from '../common/loopback.ts';
import type { Settings } from './settings.ts';

/** How tables are downloaded. */
export interface ExportSettings {
  /** Where people reach this app, without a slash at the end. */
  baseUrl: string;
  /** How long a link works. */
  lifetimeMs: number;
  /** Hosts of full results beyond the known clouds' storage, each with whatever lies below it. */
  allowedHosts: string[];
}

/** `undefined` where downloads are off, or the app's own address is not known. */
export function readExportSettings(settings: Settings): ExportSettings | undefined {
  const isOn = settings.flag('ENABLE_EXPORT', true);
  const lifetimeMs =
    settings.number('EXPORT_LINK_MINUTES', 15, { min: 1, max: 1440, whole: true }) * 60_000;
  const allowedHosts = settings
    .list('EXPORT_ALLOWED_HOSTS')
    .map((host) => host.toLowerCase().replace(/^\*?\./, ''));
  const baseUrl = readBaseUrl(settings);
  return isOn && baseUrl !== undefined ? { baseUrl, lifetimeMs, allowedHosts } : undefined;
}

/** `WEBSITE_HOSTNAME` is Azure's; Core Tools set it too, to a host of their own that knows no https. */
function readBaseUrl(settings: Settings): string | undefined {
  const text = settings.text('PUBLIC_BASE_URL');
  if (text === undefined) {
    const host = settings.text('WEBSITE_HOSTNAME');
    const protocol = isLoopback(host?.replace(/:\d+$/, '') ?? '') ? 'http' : 'https';
    return host && `${protocol}://${host}`;
  }
  const url = URL.parse(text);
  const isUsable =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isUsable || url.search !== '' || url.username !== '') {
    settings.problem('PUBLIC_BASE_URL must be an https address');
    return undefined;
  }
  return `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
}
