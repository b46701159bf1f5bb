import * as z from 'zod/mini';
import { StepFailed } from '../stepFailed.ts';
import type { Trial } from '../trial.ts';

const sitesSchema = z.object({ sites: z.array(z.object({ key: z.string() })) });

/** Public sources disagree on where the sites are in the answer. */
const answerSchema = z.union([
  z.pipe(
    z.object({ setting: sitesSchema }),
    z.transform(({ setting }) => setting),
  ),
  z.pipe(
    z.object({ properties: z.object({ properties: sitesSchema }) }),
    z.transform(({ properties }) => properties.properties),
  ),
  z.pipe(
    z.object({ properties: sitesSchema }),
    z.transform(({ properties }) => properties),
  ),
]);

/** The secret of the bot's Direct Line channel. */
export async function directLineSecret(
  trial: Trial,
  subscription: string,
  bot: string,
): Promise<string> {
  const { az, signal, resourceGroup, secrets } = trial;
  const url =
    `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.BotService` +
    `/botServices/${bot}/channels/DirectLineChannel/listChannelWithKeys?api-version=2022-09-15`;
  const answer = answerSchema.safeParse(
    await az(['rest', '--method', 'post', '--url', url], { signal }),
  );
  const key = answer.data?.sites[0]?.key;
  if (!key) throw new StepFailed('Azure didn’t give the secret of the Direct Line channel.');
  secrets.add(key);
  return key;
}
