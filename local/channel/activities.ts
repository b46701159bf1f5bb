import { randomUUID } from 'node:crypto';
import type { Account, Activity, ConversationAccount } from '../chat/activity.ts';

/** Where a message is written: in Teams' three kinds of conversation, or in Web Chat. */
export type Scene = 'personal' | 'group' | 'channel' | 'webchat';

/** Everything an activity may differ in from the ordinary one of its scene. */
export type ActivityOverrides = Partial<Activity> & {
  scene?: Scene;
  channelId?: 'msteams' | 'webchat' | 'directline';
};

export const tenantId = '7b1e4f04-4f3e-4e5c-9f0a-5a2c3d7e9b11';
const teamsBot: Account = { id: '28:0c1f6a52-8f0b-4c55-8a2e-1d1f5b3c7e90', name: 'Genie' };
export const teamsUser: Account = {
  id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2kHTL3Bw',
  name: 'Ada Lovelace',
  aadObjectId: '5d0f8a0e-9a3c-4b1e-8c55-1f2e3d4c5b6a',
};
/** What Teams says of her. */
export const teamsProfile = {
  ...teamsUser,
  email: 'ada@example.com',
  userPrincipalName: 'ada@example.com',
  tenantId,
  userRole: 'user',
};
const webChatBot: Account = { id: 'genie-bot@7kX3f', name: 'genie-bot' };
export const webChatUser: Account = { id: 'dl_8f14e45fceea167a', name: '' };

const conversations: Record<Scene, ConversationAccount> = {
  personal: {
    id: 'a:1pL6i0oY3C0K8oAj8rGYlPQ2v1vZxkHqzXTrYQdNcKKeg7Sx0',
    conversationType: 'personal',
    tenantId,
  },
  group: {
    id: '19:f6f8b1e6a1c94b0f8d8e@thread.v2',
    conversationType: 'groupChat',
    isGroup: true,
    tenantId,
  },
  channel: {
    id: '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2;messageid=1763712000000',
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  },
  webchat: { id: '4aGxQ2vKzZ5B6pHqJmW1tR-eu' },
};

/** Where Ada chats with the bot alone. */
export const ownChatId = conversations.personal.id;

/**
 * A message that a person typed. In Teams' group chats and channels it mentions the bot, as only such messages reach
 * it. `text` is what was typed beside the mention.
 */
export function aMessage(overrides: ActivityOverrides = {}): Activity {
  const { scene, text = 'Which products sell best?', ...rest } = placed(overrides);
  const mention = `<at>${teamsBot.name}</at>`;
  const addressed = scene === 'group' || scene === 'channel';
  const wholeText = addressed ? `${mention} ${text}` : text;
  return {
    ...common(scene),
    ...fromClient(),
    type: 'message',
    textFormat: 'plain',
    text: wholeText,
    // Teams sends its HTML rendering along with every message.
    ...(scene !== 'webchat' && {
      attachments: [{ contentType: 'text/html', content: `<p>${wholeText}</p>` }],
    }),
    ...(addressed && {
      entities: [...clientInfo(), { type: 'mention', mentioned: teamsBot, text: mention }],
    }),
    ...rest,
  };
}

/** A click on a card's `Action.Submit`: a message without text, whose `value` is the action's data. */
export function aCardSubmit(overrides: ActivityOverrides & { value: unknown }): Activity {
  const { scene, ...rest } = placed(overrides);
  const base = common(scene);
  const origin =
    scene === 'webchat'
      ? { postBack: true }
      : { source: { name: 'message' }, legacy: { replyToId: rest.replyToId } };
  return {
    ...base,
    ...fromClient(),
    type: 'message',
    channelData: { ...base.channelData, ...origin },
    ...rest,
  };
}

/** A person came into the conversation: the bot, unless `membersAdded` says who. */
export function aConversationUpdate(overrides: ActivityOverrides = {}): Activity {
  const { scene, ...rest } = placed(overrides);
  return { ...common(scene), type: 'conversationUpdate', membersAdded: [botOf(scene)], ...rest };
}

/** A request of the channel that waits for its answer, such as Teams' own thumbs (`message/submitAction`). */
export function anInvoke(
  overrides: ActivityOverrides & { name: string; value: unknown },
): Activity {
  const { scene, ...rest } = placed(overrides);
  const base = common(scene);
  return {
    ...base,
    ...fromClient(),
    type: 'invoke',
    channelData: { ...base.channelData, source: { name: 'message' } },
    ...rest,
  };
}

/** The scene follows from the channel where it is not said. */
function placed<T extends ActivityOverrides>(overrides: T): T & { scene: Scene } {
  const { channelId = 'msteams' } = overrides;
  return { scene: channelId === 'msteams' ? 'personal' : 'webchat', ...overrides };
}

let made = 0;

function common(scene: Scene): Omit<Activity, 'type'> {
  const now = new Date();
  made += 1;
  if (scene === 'webchat') {
    return {
      id: `${conversations.webchat.id}|${String(made).padStart(7, '0')}`,
      timestamp: now.toISOString(),
      channelId: 'webchat',
      serviceUrl: 'https://webchat.botframework.com/',
      from: webChatUser,
      recipient: webChatBot,
      conversation: conversations.webchat,
      channelData: { clientActivityID: randomUUID(), clientTimestamp: now.toISOString() },
    };
  }
  return {
    // Teams' ids are milliseconds since 1970. Two made in the same millisecond must differ here.
    id: String(now.getTime() + made),
    timestamp: now.toISOString(),
    channelId: 'msteams',
    serviceUrl: `https://smba.trafficmanager.net/emea/${tenantId}/`,
    from: teamsUser,
    recipient: teamsBot,
    conversation: conversations[scene],
    entities: clientInfo(),
    channelData: { tenant: { id: tenantId }, ...(scene === 'channel' && channelInfo) },
  };
}

/** What only a person's client knows. */
function fromClient() {
  return {
    localTimestamp: new Date().toISOString(),
    localTimezone: 'Europe/Berlin',
    locale: 'en-GB',
  };
}

function botOf(scene: Scene): Account {
  return scene === 'webchat' ? webChatBot : teamsBot;
}

function clientInfo() {
  return [
    {
      type: 'clientInfo',
      locale: 'en-GB',
      country: 'GB',
      platform: 'Windows',
      timezone: 'Europe/Berlin',
    },
  ];
}

const channelInfo = {
  team: { id: '19:9a8b7c6d5e4f3a2b1c0d@thread.tacv2' },
  channel: { id: '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2' },
  teamsTeamId: '19:9a8b7c6d5e4f3a2b1c0d@thread.tacv2',
  teamsChannelId: '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2',
};
