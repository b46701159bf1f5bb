import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Activity, CloudAdapter, InvokeResponse, TurnContext } from 'botbuilder';
import { codeOf } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { newErrorId } from '../../questions/ids.ts';
import { ResponseSink } from '../framework/responseSink.ts';
import type { Caller, Refused } from '../gate/checkCaller.ts';
import { readActivity } from './readActivity.ts';

export interface MessagesEndpointDeps {
  adapter: CloudAdapter;
  /** Why a caller is refused; throws where that cannot be found out. */
  checkCaller(caller: Caller): Promise<Refused | undefined>;
  /** Does what an activity asks for. An invoke is answered by what this returns. */
  handleActivity(activity: Activity): Promise<InvokeResponse | undefined>;
  log: Log;
}

/**
 * `POST /api/messages`: takes an activity, if the Bot Framework sends it, through the SDK's adapter to `handleActivity`.
 * A 5xx makes the channel deliver again, as does an answer that takes 15 s in Teams: what an activity asks for is done
 * once for its id (`actOnce.ts`; a question has an id of its own that follows from it).
 */
export function createMessagesEndpoint({
  adapter,
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
      return await runTurn(activity);
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

  async function runTurn(activity: Activity): Promise<HttpResponseInit> {
    const sink = new ResponseSink();
    let failure: { error: unknown } | undefined;
    await adapter.process({ method: 'POST', headers: {}, body: { ...activity } }, sink, (context) =>
      // What is thrown here the SDK would print to the console, with all that is in it.
      answerTurn(context).catch((error: unknown) => {
        failure = { error };
      }),
    );
    if (failure) throw failure.error;
    return sink.toHttpResponse();
  }

  /** Only an invoke expects a response. The SDK answers an unknown one with 501. */
  async function answerTurn(context: TurnContext): Promise<void> {
    const value = await handleActivity(context.activity);
    if (value) await context.sendActivity({ type: 'invokeResponse', value });
  }
}

function callerOf({ url, headers }: HttpRequest, { channelId, serviceUrl }: Activity): Caller {
  return { url, headers: Object.fromEntries(headers.entries()), channelId, serviceUrl };
}
