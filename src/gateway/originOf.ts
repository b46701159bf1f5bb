import type { AnswerOrigin } from '../answers/answer.ts';
import type { Identity } from '../common/identity.ts';
import type { MessageIds } from '../genie/types.ts';

/** Where workspaces are, in all clouds. An address of another kind could be a proxy's, which shows people nothing. */
const workspaceHost =
  /^(?:[a-z0-9-]{1,63}\.){1,4}(?:azuredatabricks\.net|databricks\.com|databricks\.us|databricks\.mil|databricks\.azure\.us|databricks\.azure\.cn)$/;

/** The workspace's id is a part of its address in Azure and at Google: `adb-123.4.…`, `123.4.gcp.…`. */
const workspaceId = /^(?:adb-)?(\d{5,20})\.\d{1,2}\./;

/**
 * Where people can see in Databricks what a message is about. The addresses are those of its pages, which no API tells.
 *
 * A conversation is open to who asked in it. If that was the bot, the reader is someone else, for whom its page is a
 * refusal: the link leads to the space, whose managers find the conversation there, and where others ask for themselves.
 *
 * @param host the workspace's origin
 */
export function originOf(
  { spaceId, conversationId }: Pick<MessageIds, 'spaceId' | 'conversationId'>,
  host: string | undefined,
  identity: Identity,
): AnswerOrigin | undefined {
  const url = host === undefined ? null : URL.parse(host);
  if (url?.protocol !== 'https:' || !workspaceHost.test(url.hostname)) return undefined;
  if (![spaceId, conversationId].every(isId)) return undefined;
  const shows = identity === 'person' ? 'conversation' : 'space';
  const chat = shows === 'conversation' ? `/chats/${conversationId}` : '';
  const id = workspaceId.exec(url.hostname)?.[1];
  const query = id === undefined ? '' : `?o=${id}`;
  return { url: `${url.origin}/genie/rooms/${spaceId}${chat}${query}`, shows };
}

/** Ids come from the wire; what looks otherwise could lead elsewhere. */
const isId = (id: string) => /^[\w-]{1,64}$/.test(id);
