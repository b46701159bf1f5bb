import type { Env } from '../src/config/settings.ts';
import type { Chat } from './chat/createChat.ts';

/**
 * The bot's settings where the laptop's own chat stands in for Direct Line, unless another one is set.
 *
 * @param url of the server that has the chat
 */
export function chatSettings({ secret }: Pick<Chat, 'secret'>, env: Env, url: string): Env {
  if (env['DIRECT_LINE_URL'] || env['DIRECT_LINE_SECRET'] || env['DIRECT_LINE_SECRET_NAME'])
    return {};
  return { DIRECT_LINE_URL: `${url}/directline`, DIRECT_LINE_SECRET: secret };
}
