import type { Activity } from '../../local/chat/activity.ts';
import type { InProcess } from './openInProcess.ts';
import type { Person } from './person.ts';
import { submitsOf } from './shownTo.ts';
import { until } from './until.ts';

/** The IDs of the subscriptions that a message has buttons for. */
export function subscriptionsIn(message: Activity): string[] {
  const ids = submitsOf(message).flatMap((data) => {
    const { subscription } = data as { subscription?: string };
    return subscription === undefined ? [] : [subscription];
  });
  return [...new Set(ids)];
}

/** What Genie was asked with these words at the end, once it was asked so often. */
export function askedOf(bot: InProcess, text: string, times = 1) {
  return until(() => {
    const asked = bot.genie.messages().filter(({ content }) => content.endsWith(text));
    return asked.length >= times ? asked : undefined;
  });
}

/** Resolves once these many questions that subscriptions asked have ended. */
export function endedRuns(bot: InProcess, count: number) {
  return until(() => {
    const ended = bot.log.filter(
      ({ event, subscriptionId }) => event === 'question.ended' && subscriptionId !== undefined,
    );
    return ended.length >= count ? ended : undefined;
  });
}

/** Clicks a button, and resolves with what the bot says then. */
export async function press(
  bot: InProcess,
  person: Person,
  message: Activity,
  data: Record<string, unknown>,
): Promise<Activity> {
  const count = person.messages().length;
  await person.click(message, data);
  return bot.connector.waitFor(() => person.messages()[count]);
}
