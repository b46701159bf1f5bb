import { randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from './activity.ts';
import type { BotLine } from './botLine.ts';
import type { BrowserSessions } from './browserSessions.ts';
import type { ChatTokens } from './chatTokens.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { HttpError, readJson, sendJson } from './httpJson.ts';
import type { Exchange, Route } from './route.ts';
import { readWatermark, type StreamUrls } from './streamUrls.ts';

export interface DirectLineParts {
  conversations: Conversations;
  tokens: ChatTokens;
  line: BotLine;
  sessions: BrowserSessions;
  streamUrls: StreamUrls;
}

const generateSchema = z.object({
  user: z.object({ id: z.string().regex(/^dl_[\w-]{8,64}$/) }).optional(),
});

const activitySchema = z.looseObject({
  type: z.string().min(1),
  from: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
});

/**
 * Direct Line 3.0 as Web Chat uses it. A client gets what is said over a WebSocket, or polls: then it's never told that
 * someone is typing, and so sees nothing of a stream but its end.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export function createDirectLineRoutes({
  conversations,
  tokens,
  line,
  sessions,
  streamUrls,
}: DirectLineParts): Route[] {
  const knowsSecret = ({ request }: Exchange): boolean => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const right = Buffer.from(`Bearer ${conversations.secret}`);
    return given.length === right.length && timingSafeEqual(given, right);
  };

  const grant = ({ id, userId }: Conversation) => ({
    conversationId: id,
    token: tokens.sign({ conv: id, user: userId }),
    // Nothing expires locally; the number is Direct Line's own.
    expires_in: 3600,
  });

  /** The conversation that the token is for. */
  const authorize = ({ request, params }: Exchange): Conversation => {
    const [scheme, token = ''] = request.headers.authorization?.split(' ') ?? [];
    const claims = scheme === 'Bearer' ? tokens.verify(token) : undefined;
    if (!claims) throw new HttpError(403, 'BadArgument', 'Invalid token or secret');
    if ((params['id'] ?? claims.conv) !== claims.conv) {
      throw new HttpError(403, 'BadArgument', 'The token belongs to another conversation.');
    }
    const conversation = conversations.find(claims.conv);
    if (!conversation) throw new HttpError(404, 'ConversationNotFound', 'Conversation not found.');
    return conversation;
  };

  /** Tells the bot, once, who is in the conversation: first itself, then the person. */
  const start = async (conversation: Conversation) => {
    if (conversation.started) return;
    conversation.started = true;
    await conversations.save();
    for (const id of ['bot', conversation.userId]) {
      await line.deliver(conversation, { type: 'conversationUpdate', membersAdded: [{ id }] });
    }
  };

  /** Who has the secret gets a token for any conversation. */
  const findOrAuthorize = (exchange: Exchange): Conversation => {
    if (!knowsSecret(exchange)) return authorize(exchange);
    const conversation = conversations.find(exchange.params['id'] ?? '');
    if (!conversation) throw new HttpError(404, 'ConversationNotFound', 'Conversation not found.');
    return conversation;
  };

  const join = (status: number) => async (exchange: Exchange) => {
    const conversation = findOrAuthorize(exchange);
    const { request, response, query } = exchange;
    const streamUrl = streamUrls.create(conversation, query.get('watermark'), request.headers.host);
    sendJson(response, status, { ...grant(conversation), streamUrl });
    await start(conversation);
  };

  return [
    {
      method: 'POST',
      path: '/directline/tokens/generate',
      async handle(exchange) {
        const { request, response } = exchange;
        if (!knowsSecret(exchange)) {
          throw new HttpError(403, 'BadArgument', 'Invalid token or secret');
        }
        const body = generateSchema.safeParse((await readJson(request)) ?? {});
        if (!body.success) throw new HttpError(400, 'BadArgument', 'User IDs must start with dl_.');
        const conversation = conversations.open(body.data.user?.id ?? `dl_${randomUUID()}`);
        await conversations.save();
        sendJson(response, 200, grant(conversation));
      },
    },
    {
      method: 'POST',
      path: '/directline/tokens/refresh',
      async handle(exchange) {
        sendJson(exchange.response, 200, grant(authorize(exchange)));
      },
    },
    {
      // Web Chat asks for it when someone clicks a button to sign in, and adds it to the link.
      method: 'GET',
      path: '/directline/session/getsessionid',
      async handle(exchange) {
        const { userId } = authorize(exchange);
        const sessionId = sessions.open(userId, exchange.request, exchange.response);
        sendJson(exchange.response, 200, { sessionId });
      },
    },
    { method: 'POST', path: '/directline/conversations', handle: join(201) },
    { method: 'GET', path: '/directline/conversations/:id', handle: join(200) },
    {
      method: 'GET',
      path: '/directline/conversations/:id/activities',
      async handle(exchange) {
        const watermark = readWatermark(exchange.query.get('watermark'));
        sendJson(exchange.response, 200, conversations.since(authorize(exchange), watermark));
      },
    },
    {
      method: 'POST',
      path: '/directline/conversations/:id/activities',
      async handle(exchange) {
        const conversation = authorize(exchange);
        const body = activitySchema.safeParse(await readJson(exchange.request));
        if (!body.success) throw new HttpError(400, 'BadArgument', 'The body isn’t an activity.');

        const activity = await line.deliver(conversation, body.data as Activity);
        if (!activity) {
          throw new HttpError(502, 'BotError', 'Failed to send activity: bot returned an error');
        }
        // Shown only now: a message that the bot didn't accept must not come back as if it had.
        const { serviceUrl: _, recipient: __, ...shown } = activity;
        if (shown.type !== 'typing') await conversations.append(conversation, shown);
        sendJson(exchange.response, 200, { id: activity.id });
      },
    },
  ];
}
