import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { Conversation } from './conversations.ts';

/** A real channel waits 10 to 15 seconds for the bot. */
const timeoutMs = 15_000;

export interface BotLine {
  /** Resolves with the activity as the bot got it; with `undefined` if the bot didn't accept it. */
  deliver(conversation: Conversation, activity: Activity): Promise<Activity | undefined>;
}

/** Delivers what happens in a conversation to the bot the way the Bot Connector does. */
export function createBotLine(botUrl: () => string): BotLine {
  const toBot = (conversation: Conversation, activity: Activity): Activity => ({
    ...activity,
    id: `${conversation.id}|${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'webchat',
    serviceUrl: new URL('/connector', botUrl()).href,
    conversation: { id: conversation.id },
    recipient: { id: 'bot', name: 'Genie' },
    // The token decides who is speaking, whatever the page says.
    from: { id: conversation.userId, name: activity.from?.name ?? '', role: 'user' },
  });

  return {
    async deliver(conversation, said) {
      const activity = toBot(conversation, said);
      return (await post(botUrl(), activity)) ? activity : undefined;
    },
  };
}

async function post(botUrl: string, activity: Activity): Promise<boolean> {
  try {
    const response = await fetch(new URL('/api/messages', botUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
