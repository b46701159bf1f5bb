import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from '../chat/activity.ts';
import { HttpError, readJson, sendJson } from '../chat/httpJson.ts';
import { createRouter, type Route } from '../chat/route.ts';
import { ownChatId, type Scene, teamsProfile } from './activities.ts';
import { streamInfo } from './streamInfo.ts';

interface Replies {
  /** The `serviceUrl` for what is sent to the bot. */
  url: string;
  close(): Promise<void>;
}

/**
 * A channel's Bot Connector on a loopback port: what the bot calls to say something. Web Chat can't update a message, and
 * Teams shows streams in personal chats only.
 *
 * @param onShown told each activity as it is created and, under the same id, as it is updated or its stream goes on
 */
export async function listenForReplies(
  scene: Scene,
  onShown: (id: string, activity: Activity) => void,
): Promise<Replies> {
  const ids = new Set<string>();
  const ended = new Set<string>();
  /** Teams takes what belongs to a stream while that is open; Web Chat takes everything. */
  const refuseStray = (streamId: string) => {
    if (scene === 'webchat') return;
    if (!ids.has(streamId)) throw new HttpError(404, 'NotFound', 'There is no such stream.');
    if (!ended.has(streamId)) return;
    throw new HttpError(
      403,
      'ContentStreamNotAllowed',
      'Content stream is not allowed on an already completed streamed message.',
    );
  };
  const create: Route = {
    method: 'POST',
    path: '/v3/conversations/:id/activities{/:replyToId}?',
    async handle({ request, response }) {
      const activity = await readActivity(request);
      const stream = streamInfo(activity);
      if (stream && (scene === 'group' || scene === 'channel')) {
        throw new HttpError(400, 'BadArgument', 'The streaming api is not enabled.');
      }
      const { streamId } = stream ?? {};
      if (streamId !== undefined) refuseStray(streamId);
      const id = `${ids.size + 1}`;
      ids.add(id);
      if (stream?.streamType === 'final') ended.add(streamId ?? id);
      if (scene === 'webchat') sendJson(response, 200, { id });
      else if (streamId === undefined) sendJson(response, 201, { id });
      else sendJson(response, 202, {});
      onShown(streamId ?? id, activity);
    },
  };
  const update: Route = {
    method: 'PUT',
    path: '/v3/conversations/:id/activities/:activityId',
    async handle({ request, response, params }) {
      const activity = await readActivity(request);
      const { activityId: id = '' } = params;
      if (!ids.has(id)) throw new HttpError(404, 'NotFound', 'There is no such activity.');
      sendJson(response, 200, { id });
      onShown(id, activity);
    },
  };
  const readProfile: Route = {
    method: 'GET',
    path: '/v3/conversations/:id/members/:memberId',
    handle: async ({ response, params }) =>
      sendJson(response, 200, { ...teamsProfile, id: params['memberId'] }),
  };
  const openChat: Route = {
    method: 'POST',
    path: '/v3/conversations',
    handle: async ({ response }) => sendJson(response, 201, { id: ownChatId }),
  };
  const routes = scene === 'webchat' ? [create] : [create, update, readProfile, openChat];
  const server = createServer(createRouter(routes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readActivity(request: IncomingMessage): Promise<Activity> {
  const body = await readJson(request);
  if (typeof body !== 'object' || body === null || !('type' in body)) {
    throw new HttpError(400, 'BadArgument', 'The body is no activity.');
  }
  return body as Activity;
}
