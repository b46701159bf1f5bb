import * as z from 'zod/mini';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';

const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  environmentName: z.optional(z.string()),
});

export type Account = z.infer<typeof accountSchema>;

/** The subscription that `az login` chose. */
export async function signedIn({ az, signal }: Trial): Promise<Outcome<Account>> {
  const account = accountSchema.parse(await az(['account', 'show'], { signal }));
  // Direct Line and the logs have other addresses elsewhere, and nobody has tried those here.
  if ((account.environmentName ?? 'AzureCloud') !== 'AzureCloud') {
    throw new StepFailed(
      `This works in Azure’s public cloud only, not in ${account.environmentName}.`,
    );
  }
  return { value: account, note: `subscription “${account.name}”` };
}
