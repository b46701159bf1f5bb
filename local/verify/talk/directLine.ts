import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Activity } from '../../chat/activity.ts';
import { poll } from '../poll.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Trial } from '../trial.ts';

export const directLineUrl = 'https://directline.botframework.com/v3/directline';

const everyMs = 500;
/** Direct Line itself waits 15 seconds for the bot. */
const requestMs = 30_000;

const grantSchema = z.object({ conversationId: z.string(), token: z.string() });
const activitiesSchema = z.object({
  activities: z.array(z.looseObject({ type: z.string() })),
  watermark: z.nullish(z.string()),
});

/** A person's conversation with the bot, by Direct Line. */
export interface Talk {
  /** What the bot said so far. */
  heard: readonly Activity[];
  /** Says something, and resolves with how long Direct Line, and so the bot, took to accept it. */
  say(activity: Activity): Promise<number>;
  /** Looks what the bot has said since the last look. */
  read(): Promise<void>;
  /**
   * Waits for something that the bot says.
   * @throws StepFailed with `otherwise` if it doesn't within the limit
   */
  hear(
    is: (activity: Activity) => boolean,
    limitMs: number,
    otherwise: () => string,
  ): Promise<Activity>;
}

/**
 * Opens a conversation.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 */
export async function openTalk(trial: Trial, secret: string): Promise<Talk> {
  const { signal, secrets } = trial;
  const user = { id: `dl_${randomBytes(8).toString('hex')}` };
  const heard: Activity[] = [];
  let bearer = secret;
  let watermark = '';

  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await trial.fetch(`${directLineUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
    });
    if (response.ok) return response.json();
    throw new StepFailed(
      `Direct Line answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  };

  const grant = grantSchema.parse(await call('POST', '/tokens/generate', { user }));
  bearer = grant.token;
  secrets.add(grant.token);
  await call('POST', '/conversations');
  const path = `/conversations/${encodeURIComponent(grant.conversationId)}/activities`;

  const read = async () => {
    const answer = activitiesSchema.parse(await call('GET', `${path}?watermark=${watermark}`));
    watermark = answer.watermark ?? watermark;
    heard.push(...(answer.activities as Activity[]).filter(({ from }) => from?.id !== user.id));
  };

  return {
    heard,
    read,
    async say(activity) {
      const startedAt = trial.clock.now();
      await call('POST', path, { ...activity, from: user, locale: 'en-US' });
      return trial.clock.now() - startedAt;
    },
    async hear(is, limitMs, otherwise) {
      const look = async () => {
        // A poll that fails, as one can while the app restarts, is made up for by the next.
        await read().catch(() => signal.throwIfAborted());
        return heard.find(is);
      };
      const found = await poll(look, { ...trial, everyMs, limitMs });
      if (!found) throw new StepFailed(otherwise());
      return found;
    },
  };
}
