import { codeOf } from '../../common/errors.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';
import type { BotDeps } from '../deps.ts';
import { isNoFault, sorryText } from '../messages/sorryText.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

const mayDeliverAgain: ReadonlySet<CourierErrorKind> = new Set(['later', 'unsure']);

export type SorryDeps = Pick<BotDeps, 'channel' | 'log' | 'adminContact' | 'signIn'> &
  ReadingSettings;

/**
 * Does what a person is waiting for, and tells them if it fails. If the channel couldn't take a message, it couldn't
 * take that one either: the error is thrown, so that the channel redelivers. What it refused, or found too large, it
 * would refuse again, so that is not thrown.
 *
 * @param what for the log
 */
export async function saySorry(
  place: Place,
  deps: SorryDeps,
  what: Record<string, string>,
  act: () => Promise<void>,
): Promise<void> {
  const { channel, log, adminContact, signIn } = deps;
  try {
    await act();
  } catch (error) {
    if (error instanceof CourierError && mayDeliverAgain.has(error.kind)) throw error;
    const errorId = newErrorId();
    if (isNoFault(error)) log.info('request.declined', { ...what, code: codeOf(error) });
    else log.error('request.failed', { ...what, errorId, code: codeOf(error), error });
    const { texts } = readerOf(place, deps);
    const lead = texts.failures.didntWork;
    const identity = signIn ? 'person' : 'bot';
    const text = sorryText({ lead, error, errorId, identity, adminContact }, texts);
    await channel.post(place, { text }).catch((refusal: CourierError) => {
      if (mayDeliverAgain.has(refusal.kind)) throw refusal;
      log.warn('request.untold', { errorId, error: refusal });
    });
  }
}
