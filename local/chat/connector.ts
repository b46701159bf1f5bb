import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from './activity.ts';
import type { Conversations } from './conversations.ts';
import { HttpError, readJson, sendJson } from './httpJson.ts';
import type { Route } from './route.ts';

const activitySchema = z.looseObject({ type: z.string().min(1) });

/**
 * What the bot calls to send messages: the part of the Bot Connector that Web Chat has. It can send and reply, but not
 * update or delete. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnectorRoutes(conversations: Conversations): Route[] {
  return [
    {
      method: 'POST',
      path: '/connector/v3/conversations/:id/activities{/:replyToId}?',
      async handle({ request, response, params }) {
        const conversation = conversations.find(params['id'] ?? '');
        if (!conversation)
          throw new HttpError(404, 'ConversationNotFound', 'Conversation not found.');
        const body = activitySchema.safeParse(await readJson(request));
        if (!body.success) throw new HttpError(400, 'BadArgument', 'The body isn’t an activity.');

        const id = `${conversation.id}|${randomUUID()}`;
        const replyToId = params['replyToId'];
        const { serviceUrl: _, recipient: __, ...said } = body.data as Activity;
        await conversations.append(conversation, {
          ...said,
          id,
          timestamp: new Date().toISOString(),
          channelId: 'webchat',
          conversation: { id: conversation.id },
          from: { id: 'bot', name: 'Genie', role: 'bot' },
          ...(replyToId !== undefined && { replyToId }),
        });
        sendJson(response, 200, { id });
      },
    },
  ];
}
