import type { Activity } from './activity.ts';

/** A real channel waits 10 to 15 seconds for the bot. */
const timeoutMs = 15_000;

/** Hands an activity to the bot as the Bot Connector does; false where the bot did not take it. */
export async function deliverToBot(botUrl: string, activity: Activity): Promise<boolean> {
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
