/** The parts of the Bot Framework's conversation reference that we need, plain enough to be stored. */
export interface Place {
  channelId: string;
  serviceUrl: string;
  conversation: { id: string; conversationType?: string; tenantId?: string; isGroup?: boolean };
  user: { id: string; name?: string; aadObjectId?: string };
  /** The team that a Teams channel belongs to. */
  teamId?: string;
  bot: { id: string; name?: string };
  /** The activity that the answer replies to. */
  activityId?: string;
  locale?: string;
  timeZone?: string;
}
