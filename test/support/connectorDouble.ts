import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { teamsProfile } from '../../local/channel/activities.ts';
import type { Activity } from '../../local/chat/activity.ts';
import { createFaultQueue, type Fault, type Faults } from './connectorFaults.ts';
import { createShownActivities, type ShownActivity } from './shownActivities.ts';
import { createStreamRules, type StreamRules } from './streamRules.ts';
import { createWaiters } from './waiters.ts';

export interface ConnectorOptions {
  /** Web Chat refuses to update and to delete. Default: `msteams`. */
  channel?: 'msteams' | 'webchat';
  /**
   * Who a member of a conversation, or of a team, is; `undefined` is answered 404. Default: everybody is Ada Lovelace,
   * with an email address.
   */
  member?: (memberId: string, conversationId: string) => TeamsMember | undefined;
}

export interface TeamsMember {
  id: string;
  name?: string;
  aadObjectId?: string;
  email?: string;
  userPrincipalName?: string;
  tenantId?: string;
  userRole?: string;
}

export interface ConnectorRequest {
  method: string;
  path: string;
  authorization: string | undefined;
  body: unknown;
  /** Milliseconds since 1970. */
  at: number;
  /** What was answered; `undefined` while it is not, and where the connection was dropped. */
  status?: number;
}

export interface Connector {
  /** The `serviceUrl` to put into activities. */
  url: string;
  /** Every request, in the order of arrival. */
  requests: readonly ConnectorRequest[];
  /** What a person sees in a conversation. Typing is among it. */
  activities(conversationId: string): ShownActivity[];
  /** Resolves with the first value that is neither `undefined` nor `false`, looked at after every request. */
  waitFor<T>(look: () => T | undefined | false, timeoutMs?: number): Promise<T>;
  faults: Faults;
  /** The channel's rules for streams, and what becomes of them. */
  streams: StreamRules;
  close(): Promise<void>;
}

interface Reply {
  status: number;
  body?: unknown;
}

/**
 * A channel's Bot Connector on a loopback port, which shows what people would see.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const { channel = 'msteams', member = aTeamsMember } = options;
  const requests: ConnectorRequest[] = [];
  const shown = createShownActivities();
  const faults = createFaultQueue();
  const streams = createStreamRules(channel);
  const waiters = createWaiters(
    () => `Requests so far: ${requests.map(describe).join(', ') || 'none'}`,
  );

  const carryOut = ({ method, path, body }: ConnectorRequest): Reply => {
    const [, conversation, kind, id] =
      /^\/v3\/conversations(?:\/([^/]+)\/(activities|members)(?:\/([^/]+))?)?$/
        .exec(path)
        ?.map((part) => part && decodeURIComponent(part)) ?? [];
    if (conversation === undefined) {
      return path === '/v3/conversations' && method === 'POST'
        ? createConversation(body)
        : notFound;
    }
    if (kind === 'members') {
      // A thread of a channel has no members: https://github.com/microsoft/botframework-sdk/issues/3062
      const isThread = conversation.includes(';messageid=');
      const found =
        method === 'GET' && id !== undefined && !isThread ? member(id, conversation) : undefined;
      return found ? { status: 200, body: found } : notFound;
    }
    const activity = body as Activity;
    if (method === 'POST' && streams.infoOf(activity)) {
      return carryOutPacket(conversation, activity, id);
    }
    if (method === 'POST') {
      const replyTo = id === undefined ? {} : { replyToId: id };
      const { id: newId } = shown.create(conversation, { ...(body as Activity), ...replyTo });
      return { status: channel === 'msteams' ? 201 : 200, body: { id: newId } };
    }
    if (id === undefined) return notFound;
    if (channel === 'webchat') return unsupported;
    if (method === 'PUT' && !streams.takesUpdate(id, Date.now())) return unsupported;
    const done =
      method === 'PUT'
        ? shown.update(conversation, id, body as Activity)
        : method === 'DELETE' && shown.remove(conversation, id);
    return done ? { status: 200, body: { id } } : notFound;
  };

  const carryOutPacket = (conversation: string, activity: Activity, replyToId?: string): Reply => {
    const now = Date.now();
    const isShared = activity.conversation?.conversationType !== 'personal';
    if (channel === 'msteams' && isShared) return notStreamed;
    const verdict = streams.judge(conversation, activity, now);
    const { streamId = '' } = streams.infoOf(activity) ?? {};
    if (verdict.is === 'refused') {
      const { status, code, message } = verdict;
      return { status, body: { error: { code, message } } };
    }
    if (verdict.is === 'late') {
      const code = 'ContentStreamSequenceOrderPreConditionFailed';
      return { status: 202, body: { error: { code, message: 'PreCondition failed' } } };
    }
    const told = { ...activity, ...(replyToId !== undefined && { replyToId }) };
    let id = streamId;
    // What stays in Web Chat is an activity of its own, and so is each packet.
    if (verdict.is === 'first' || channel === 'webchat') id = shown.create(conversation, told).id;
    else shown.update(conversation, streamId, told);
    streams.take(conversation, activity, id, now);
    if (channel === 'webchat') return { status: 200, body: { id } };
    return verdict.is === 'first' ? { status: 201, body: { id } } : { status: 202, body: {} };
  };

  const createConversation = (body: unknown): Reply => {
    // The same for the same person, as in Teams.
    const { members: [person] = [], activity: first } = body as {
      members?: { id: string }[];
      activity?: Activity;
    };
    const id = ownChatOf(person?.id ?? `nobody-${requests.length}`);
    const activityId = first && shown.create(id, first).id;
    return { status: 201, body: { id, activityId, serviceUrl: url } };
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request: ConnectorRequest = {
      method: incoming.method ?? '',
      path: new URL(incoming.url ?? '/', 'http://localhost').pathname,
      authorization: incoming.headers.authorization,
      body: incoming.headers['content-length'] ? await json(incoming) : undefined,
      at: Date.now(),
    };
    requests.push(request);
    const fault: Fault = faults.take(request) ?? {};
    const replaced = fault.drop || fault.status !== undefined;
    let ordinary = fault.carriedOut ? carryOut(request) : undefined;
    waiters.look();
    if (fault.delayMs) await wait(fault.delayMs);
    if (!replaced) ordinary ??= carryOut(request);
    const reply =
      fault.status === undefined ? ordinary : { status: fault.status, body: fault.body };
    if (fault.drop || !reply) {
      outgoing.destroy();
    } else {
      request.status = reply.status;
      outgoing
        .writeHead(reply.status, { 'content-type': 'application/json', ...fault.headers })
        .end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    }
    waiters.look();
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    requests,
    activities: shown.list,
    waitFor: waiters.waitFor,
    faults,
    streams,
    async close() {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The conversation that is created with a person. */
export function ownChatOf(personId: string): string {
  return `a:with-${personId}`;
}

const notFound: Reply = {
  status: 404,
  body: {
    error: { code: 'NotFound', message: 'There is no such conversation, member or activity.' },
  },
};

/** Web Chat's own words: https://github.com/microsoft/botframework-sdk/issues/4734 */
const unsupported: Reply = {
  status: 405,
  body: { error: { code: 'BadArgument', message: 'This channel does not support this operation' } },
};

/** As Teams answers in a group chat. */
const notStreamed: Reply = {
  status: 400,
  body: { error: { code: 'BadArgument', message: 'Streaming API is not enabled for this chat' } },
};

function aTeamsMember(id: string): TeamsMember {
  return { ...teamsProfile, id };
}

function describe({ method, path, status }: ConnectorRequest): string {
  return `${method} ${path} -> ${status ?? 'no answer'}`;
}
