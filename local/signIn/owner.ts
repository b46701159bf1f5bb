/** Whose token: the token service tells people apart by the channel's id for them, and by connection. */
export interface Owner {
  userId: string;
  channelId: string;
  connectionName: string;
}

export function keyOf({ userId, channelId, connectionName }: Owner): string {
  return JSON.stringify([userId, channelId, connectionName]);
}
