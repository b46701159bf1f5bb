/**
 * An activity as JSON on the wire: what channel, connector and bot pass to one another. Only the fields that this
 * folder and the tests read are named; whatever else an activity holds travels along untouched.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export interface Activity {
  type: string;
  id?: string;
  name?: string;
  /** ISO 8601, UTC. */
  timestamp?: string;
  localTimestamp?: string;
  localTimezone?: string;
  locale?: string;
  channelId?: string;
  serviceUrl?: string;
  from?: Account;
  recipient?: Account;
  conversation?: ConversationAccount;
  replyToId?: string;
  text?: string;
  textFormat?: string;
  attachmentLayout?: string;
  summary?: string;
  inputHint?: string;
  attachments?: { contentType: string; content?: unknown; contentUrl?: string; name?: string }[];
  suggestedActions?: { to?: string[]; actions: { type: string; title: string; value?: unknown }[] };
  entities?: Record<string, unknown>[];
  channelData?: Record<string, unknown>;
  value?: unknown;
  membersAdded?: Account[];
  membersRemoved?: Account[];
  action?: string;
}

/** A person or a bot. */
export interface Account {
  id: string;
  name?: string;
  aadObjectId?: string;
  role?: string;
}

export interface ConversationAccount {
  id: string;
  conversationType?: string;
  isGroup?: boolean;
  tenantId?: string;
  name?: string;
}
