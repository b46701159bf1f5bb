import type { Place } from '../../questions/place.ts';
import { conversationKeyOf, signInIdOf } from '../../questions/signIn.ts';
import type { BotDeps } from '../deps.ts';
import { actOnce } from '../sending/actOnce.ts';
import { sayCode } from './say.ts';
import { readCode, takeCode } from './takeCode.ts';

/**
 * Takes six digits that a person typed while a sign-in waits in this conversation.
 *
 * @returns whether they were a code, which must not reach Genie. Without a sign-in they are a question.
 */
export async function takeTypedCode(text: string, place: Place, deps: BotDeps): Promise<boolean> {
  const { signIn } = deps;
  const code = readCode(text);
  if (signIn === undefined || code === undefined || !(await isAwaited(place, deps))) return false;
  await actOnce(place, deps, { action: 'code' }, async () => {
    await sayCode(await takeCode(code, place, deps, signIn), place, deps);
  });
  return true;
}

/** The message whose code was taken counts, too: it might be redelivered. */
async function isAwaited(place: Place, { signIns }: BotDeps): Promise<boolean> {
  const row = (await signIns.get(signInIdOf(place)))?.value;
  const isTaken = row?.codeActivityId !== undefined && row.codeActivityId === place.activityId;
  return isTaken || row?.waiting?.conversation === conversationKeyOf(place);
}
