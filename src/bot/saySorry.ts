import { codeOf } from '../errors.ts';
import { newErrorId } from '../questions/ids.ts';
import { CourierError } from '../questions/ports.ts';
import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';

/**
 * Does what somebody asked for and waits for; where that fails they are told, and can try again. Where it was the
 * channel that failed, telling them would fail too, and the channel delivers again.
 *
 * @param what for the log
 */
export async function saySorry(
  place: Place,
  { channel, log }: Pick<BotDeps, 'channel' | 'log'>,
  what: Record<string, string>,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof CourierError) throw error;
    const errorId = newErrorId();
    log.error('request.failed', { ...what, errorId, code: codeOf(error), error });
    const text = `That did not work. Please try again in a moment. (Error id ${errorId})`;
    await channel.post(place, { text });
  }
}
