import { codeOf } from '../../common/errors.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';
import type { BotDeps } from '../deps.ts';
import { sorryText } from '../messages/sorryText.ts';

const mayDeliverAgain: ReadonlySet<CourierErrorKind> = new Set(['later', 'unsure']);

/**
 * Does what somebody asked for and waits for; where that fails they are told. Where the channel could not take what
 * was said, telling them would fail too: then what is thrown has it deliver the wish again. What it refused, or found
 * too large, it would refuse again.
 *
 * @param what for the log
 */
export async function saySorry(
  place: Place,
  { channel, log, adminContact }: Pick<BotDeps, 'channel' | 'log' | 'adminContact'>,
  what: Record<string, string>,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof CourierError && mayDeliverAgain.has(error.kind)) throw error;
    const errorId = newErrorId();
    log.error('request.failed', { ...what, errorId, code: codeOf(error), error });
    const text = sorryText('That did not work.', error, errorId, adminContact);
    await channel.post(place, { text }).catch((refusal: CourierError) => {
      if (mayDeliverAgain.has(refusal.kind)) throw refusal;
      log.warn('request.untold', { errorId, error: refusal });
    });
  }
}
