import { codeOf } from '../../common/errors.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';
import type { BotDeps } from '../deps.ts';
import { isNoFault, sorryText } from '../messages/sorryText.ts';

const mayDeliverAgain: ReadonlySet<CourierErrorKind> = new Set(['later', 'unsure']);

/**
 * Does what a person is waiting for, and tells them if it fails. If the channel couldn't take a message, it couldn't
 * take that one either: the error is thrown, so that the channel redelivers. What it refused, or found too large, it
 * would refuse again, so that is not thrown.
 *
 * @param what for the log
 */
export async function saySorry(
  place: Place,
  {
    channel,
    log,
    adminContact,
    signIn,
  }: Pick<BotDeps, 'channel' | 'log' | 'adminContact' | 'signIn'>,
  what: Record<string, string>,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof CourierError && mayDeliverAgain.has(error.kind)) throw error;
    const errorId = newErrorId();
    if (isNoFault(error)) log.info('request.declined', { ...what, code: codeOf(error) });
    else log.error('request.failed', { ...what, errorId, code: codeOf(error), error });
    const text = sorryText(
      'That didn’t work.',
      error,
      errorId,
      adminContact,
      signIn ? 'person' : 'bot',
    );
    await channel.post(place, { text }).catch((refusal: CourierError) => {
      if (mayDeliverAgain.has(refusal.kind)) throw refusal;
      log.warn('request.untold', { errorId, error: refusal });
    });
  }
}
