import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { withTimeLimit } from '../../common/timeLimit.ts';
import { ownChatOf, type Place } from '../../questions/place.ts';
import { CourierError } from '../../questions/ports.ts';
import { isPacket } from '../packet.ts';
import type { Channel, Outgoing } from '../ports.ts';
import { mendEntityMapper } from './entityMapper.ts';
import { createOwnToken } from './ownToken.ts';
import { rostersOf, toProfile } from './profile.ts';
import { withoutRetries } from './sdkPipeline.ts';
import type { IsConnector } from './serviceUrl.ts';
import { toCourierError } from './toCourierError.ts';

const timeoutMs = 15_000;

/** The person's request waits for their profile and their own chat, and Teams for that request. */
const promptTimeoutMs = 4_000;

interface RequestOptions {
  abortSignal: AbortSignal;
}

/** Teams has one service URL per tenant and region, Web Chat a few in all. */
const maxClients = 50;

/**
 * @param isConnector called before every request: a stored place may be older than the settings, or forged, and the
 * bot's token goes where it says
 */
export function createConnectorChannel(
  connectors: ConnectorFactory,
  isConnector: IsConnector,
): Channel {
  mendEntityMapper();
  const clients = new Map<string, Promise<ConnectorClient>>();
  const ownToken = createOwnToken();

  const clientFor = async ({ serviceUrl }: Place) => {
    if (!isConnector(serviceUrl)) {
      throw new CourierError('refused', 'The service URL is not the Bot Connector’s', undefined);
    }
    const client = clients.get(serviceUrl) ?? connectors.create(serviceUrl).then(withoutRetries);
    // Moved to the end, it is the last to be dropped.
    clients.delete(serviceUrl);
    clients.set(serviceUrl, client);
    client.catch(() => clients.delete(serviceUrl));
    const [oldest] = clients.keys();
    if (clients.size > maxClients && oldest !== undefined) clients.delete(oldest);
    return client;
  };
  /** A client that can send right away. Whatever goes wrong before that, nothing has been sent. */
  const readyClientFor = async (place: Place) => {
    try {
      const client = await clientFor(place);
      await ownToken.ready(client);
      return client;
    } catch (error) {
      if (error instanceof CourierError) throw error;
      throw new CourierError('later', 'The bot could not get its own token', error);
    }
  };
  /** Repeats a request at once if its token was refused and there is another. Nothing has been sent then either. */
  const call = async <T>(
    place: Place,
    request: (client: ConnectorClient, options: RequestOptions) => Promise<T>,
    limitMs = timeoutMs,
  ) => {
    const client = await readyClientFor(place);
    const send = () =>
      withTimeLimit(limitMs, ({ signal }) => request(client, { abortSignal: signal })).catch(
        (error: unknown) => {
          throw toCourierError(error);
        },
      );
    return send().catch(async (error: CourierError) => {
      const isRenewed = error.status === 401 && (await ownToken.renew(client).catch(() => false));
      if (isRenewed) return send();
      throw error;
    });
  };

  return {
    post: (place, outgoing) =>
      call(place, async ({ conversations }, options) => {
        const activity = addressed(place, outgoing);
        const { id } = place.activityId
          ? await conversations.replyToActivity(
              place.conversation.id,
              place.activityId,
              activity,
              options,
            )
          : await conversations.sendToConversation(place.conversation.id, activity, options);
        // A packet that goes on with a stream is accepted without one.
        return id ?? '';
      }).catch((error: CourierError) => {
        // What there is to know of such a packet is its status.
        if (isPacket(outgoing) && isSuccess(error)) return '';
        throw error;
      }),
    update: (place, activityId, outgoing) =>
      call(place, async ({ conversations }, options) => {
        const activity = { ...addressed(place, outgoing), id: activityId };
        await conversations.updateActivity(place.conversation.id, activityId, activity, options);
      }).catch((error: CourierError) => {
        // Whatever the reply to an update holds, nobody needs it.
        if (!isSuccess(error)) throw error;
      }),
    async openChat(place) {
      const { user, bot } = place;
      const { tenantId } = place.conversation;
      const tenant = tenantId && { tenantId, channelData: { tenant: { id: tenantId } } };
      // The SDK's type demands an activity, which would be posted, and a topic, which such a chat can't have.
      const wanted = { isGroup: false, bot, members: [user], ...tenant } as ConversationParameters;
      const { id } = await call(
        place,
        ({ conversations }, options) => conversations.createConversation(wanted, options),
        promptTimeoutMs,
      );
      if (!id) throw new CourierError('unsure', 'The channel named no conversation', undefined);
      return ownChatOf(place, {
        serviceUrl: place.serviceUrl,
        conversation: { id, conversationType: 'personal', ...(tenantId && { tenantId }) },
      });
    },
    async readProfile(place) {
      const read = (conversationId: string) =>
        call(
          place,
          ({ conversations }, options) =>
            conversations.getConversationMember(conversationId, place.user.id, options),
          promptTimeoutMs,
        );
      const [first, second] = rostersOf(place);
      const member = await read(first).catch((error: CourierError) => {
        if (!isNotInRoster(error) || second === undefined) throw error;
        return read(second);
      });
      return toProfile(member, place);
    },
  };
}

/** The person isn't in this roster, or the bot can't see it: another one might be open. */
function isNotInRoster({ status = 0 }: CourierError): boolean {
  return [400, 403, 404].includes(status);
}

/** Whether the channel said that all is well, in a way that the SDK couldn't read. */
function isSuccess({ status = 0 }: CourierError): boolean {
  return status >= 200 && status < 300;
}

function addressed(place: Place, outgoing: Outgoing): Partial<Activity> {
  return {
    type: 'message',
    // The one place where our own type becomes the SDK's.
    ...(outgoing as Partial<Activity>),
    channelId: place.channelId,
    serviceUrl: place.serviceUrl,
    conversation: place.conversation as Activity['conversation'],
    from: place.bot as Activity['from'],
    recipient: place.user as Activity['recipient'],
    ...(place.activityId && { replyToId: place.activityId }),
    ...(place.locale && { locale: place.locale }),
  };
}
