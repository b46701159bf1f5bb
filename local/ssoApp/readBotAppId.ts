import * as z from 'zod/mini';
import { type Az, AzError } from '../verify/az/az.ts';
import type { SsoAppArguments } from './ssoAppArguments.ts';

const schema = z.object({
  properties: z.object({
    outputs: z.nullish(z.object({ botAppId: z.optional(z.object({ value: z.string() })) })),
  }),
});

/**
 * The bot's app ID: as given, or from the outputs of its deployment.
 *
 * @throws AzError if it isn't deployed there
 */
export async function readBotAppId(
  bot: SsoAppArguments['bot'],
  az: Az,
  signal: AbortSignal,
): Promise<string> {
  if ('appId' in bot) return bot.appId;
  const { resourceGroup, deployment } = bot;
  const where = ['--resource-group', resourceGroup, '--name', deployment];
  const shown = schema.parse(await az(['deployment', 'group', 'show', ...where], { signal }));
  const appId = shown.properties.outputs?.botAppId?.value;
  if (appId) return appId.toLowerCase();
  throw new AzError(
    `The deployment ${deployment} in ${resourceGroup} has no output botAppId. Deploy the bot first (docs/deploy.md), or name its app with --bot-app-id.`,
  );
}
