import { channelOf, type Place } from '../../questions/place.ts';
import {
  codeKeyOf,
  conversationKeyOf,
  type SignIn,
  signInBegunIn,
  signInIdOf,
  signInWaitMs,
} from '../../questions/signIn.ts';
import { changeSignIn } from '../../questions/signIns/changeSignIn.ts';
import type { BotDeps } from '../deps.ts';
import { actOnce } from '../sending/actOnce.ts';
import { readCode } from './readCode.ts';
import { sayCode } from './say.ts';
import { type CodeOutcome, takeCode } from './takeCode.ts';

/** Within this time, the same code typed once more is a slip. While the sign-in waits on, it's soon another try. */
const slipMs = { waiting: 10_000, over: signInWaitMs };

/**
 * Takes six digits that a person typed while a sign-in waits for them.
 *
 * @returns whether they were a code, which must not reach Genie. Without a sign-in they are a question.
 */
export async function takeTypedCode(text: string, place: Place, deps: BotDeps): Promise<boolean> {
  const { signIn, signIns } = deps;
  const code = readCode(text);
  if (signIn === undefined || code === undefined) return false;
  const row = (await signIns.get(signInIdOf(place)))?.value;
  if (isSlip(row, code, place, deps)) return true;
  if (!isAwaited(row, place, deps)) return false;
  await actOnce(place, deps, { action: 'code' }, async () => {
    const outcome: CodeOutcome =
      signInBegunIn(row ?? {}, place, deps.clock.now()) !== undefined
        ? await takeOnce(code, place, deps, () => takeCode(code, place, deps, signIn))
        : { kind: 'card-over' };
    await sayCode(outcome, place, deps);
  });
  return true;
}

/** The same message, or the same code, once more. */
function isSlip(
  { codeActivityId, typed, waiting, waitingRuns }: Partial<SignIn> = {},
  code: string,
  place: Place,
  { clock }: Pick<BotDeps, 'clock'>,
): boolean {
  if (codeActivityId !== undefined && codeActivityId === place.activityId) return true;
  if (typed?.code !== codeKeyOf(place, code)) return false;
  return clock.now() - typed.at < (waiting || waitingRuns ? slipMs.waiting : slipMs.over);
}

/** Whether a sign-in waits, or has just ended: in this conversation, or for a page that was loaded again meanwhile. */
function isAwaited(
  row: SignIn | undefined,
  place: Place,
  { clock }: Pick<BotDeps, 'clock'>,
): boolean {
  const begun = [row?.waiting, row?.waitingRuns].filter((each) => each !== undefined);
  return begun.some(({ conversation, until }) => {
    const isHere = conversation === conversationKeyOf(place);
    return clock.now() <= until + signInWaitMs && (isHere || channelOf(place).isInPage);
  });
}

/** Does it for the first of several messages with the same code. */
async function takeOnce(
  code: string,
  place: Place,
  deps: BotDeps,
  take: () => Promise<CodeOutcome>,
): Promise<CodeOutcome> {
  const typed = { code: codeKeyOf(place, code), at: deps.clock.now() };
  const { before, after } = await changeSignIn(place, deps, (signIn) =>
    isSlip({ ...signIn, codeActivityId: '' }, code, place, deps) ? signIn : { ...signIn, typed },
  );
  return before === after ? { kind: 'known' } : take();
}
