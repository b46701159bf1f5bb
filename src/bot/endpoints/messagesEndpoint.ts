import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Activity } from '../activityShape.ts';
import type { Caller, Refused } from '../gate/checkCaller.ts';
import type { InvokeResponse } from '../ports.ts';
import { readActivity } from './readActivity.ts';
import { createRefusalLog } from './refusalLog.ts';

export interface MessagesEndpointDeps {
  /** Runs the turn of an activity with `handle`. @throws what `handle` throws */
  runTurn(activity: Activity, handle: HandleActivity): Promise<HttpResponseInit>;
  /** Why a caller is refused; throws if that can't be determined. */
  checkCaller(caller: Caller): Promise<Refused | undefined>;
  /** Does what an activity asks for. The result is the response to an invoke. */
  handleActivity: HandleActivity;
  clock: Clock;
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
  clock,
  log,
}: MessagesEndpointDeps): (request: HttpRequest) => Promise<HttpResponseInit> {
  const refused = createRefusalLog(clock, (details) => log.warn('caller.refused', details));
  const unchecked = createRefusalLog(clock, (details) => log.error('caller.unchecked', details));
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
        refused.add(reason);
        return { status: 401, body: 'Only the Bot Framework can call this.' };
      }
      isChecked = true;
      return await runTurn(activity, handleActivity);
    } catch (error) {
      const errorId = newErrorId();
      const code = codeOf(error);
      if (isChecked) log.error('activity.failed', { errorId, type: activity.type, code, error });
      else unchecked.add(code, { errorId, type: activity.type, code, error });
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
