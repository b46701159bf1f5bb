import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { codeOf } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Activity } from '../activityShape.ts';
import type { Caller, Refused } from '../gate/checkCaller.ts';
import type { InvokeResponse } from '../ports.ts';
import { readActivity } from './readActivity.ts';

export interface MessagesEndpointDeps {
  /** Runs the turn of an activity with `handle`. @throws what `handle` throws */
  runTurn(activity: Activity, handle: HandleActivity): Promise<HttpResponseInit>;
  /** Why a caller is refused; throws if that can't be determined. */
  checkCaller(caller: Caller): Promise<Refused | undefined>;
  /** Does what an activity asks for. The result is the response to an invoke. */
  handleActivity: HandleActivity;
  log: Log;
}

/** An invoke is answered by what this returns. */
type HandleActivity = (activity: Activity) => Promise<InvokeResponse | undefined>;

/**
 * `POST /api/messages`: passes activities from the Bot Framework to `handleActivity`. After a 5xx, or after 15 s in
 * Teams, the channel redelivers. So what an activity asks for is done once per activity ID (`actOnce.ts`; a question's
 * own ID derives from it).
 */
export function createMessagesEndpoint({
  runTurn,
  checkCaller,
  handleActivity,
  log,
}: MessagesEndpointDeps): (request: HttpRequest) => Promise<HttpResponseInit> {
  return async (request) => {
    const read = await readActivity(request);
    if ('refusal' in read) {
      const { status, sentence, headers } = read.refusal;
      return { status, body: sentence, ...(headers && { headers }) };
    }
    const { activity } = read;
    let isChecked = false;
    try {
      const reason = await checkCaller(callerOf(request, activity));
      if (reason) {
        log.warn('caller.refused', { reason });
        return { status: 401, body: 'Only the Bot Framework can call this.' };
      }
      isChecked = true;
      return await runTurn(activity, handleActivity);
    } catch (error) {
      const errorId = newErrorId();
      const event = isChecked ? 'activity.failed' : 'caller.unchecked';
      log.error(event, { errorId, type: activity.type, code: codeOf(error), error });
      return {
        status: isChecked ? 500 : 503,
        body: `Something went wrong. Error ID: ${errorId}`,
      };
    }
  };
}

function callerOf({ url, headers }: HttpRequest, { channelId, serviceUrl }: Activity): Caller {
  return { url, headers: Object.fromEntries(headers.entries()), channelId, serviceUrl };
}
