import type { Activity } from './activity.ts';

/** A real channel waits 10 to 15 seconds for the bot. */
const timeoutMs = 15_000;

/** Delivers an activity to the bot the way the Bot Connector does; false if the bot didn't accept it. */
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
