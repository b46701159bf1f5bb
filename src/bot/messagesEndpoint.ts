import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Activity, CloudAdapter, InvokeResponse } from 'botbuilder';
import type { BotIdentity } from '../config.ts';
import type { Log } from '../log.ts';
import { newErrorId } from '../questions/ids.ts';
import { checkCaller } from './checkCaller.ts';
import { readActivity } from './readActivity.ts';
import { ResponseSink } from './responseSink.ts';

export interface MessagesEndpointDeps {
  adapter: CloudAdapter;
  identity: BotIdentity;
  /** Does what an authenticated activity asks for. An invoke is answered by what this returns. */
  handleActivity(activity: Activity): Promise<InvokeResponse | undefined>;
  log: Log;
}

/**
 * `POST /api/messages`: takes a request through our own gate and the SDK's authentication to `handleActivity`. A 5xx
 * makes the channel deliver again, which is safe: activities are known by their id.
 */
export function createMessagesEndpoint({
  adapter,
  identity,
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
    const headers = Object.fromEntries(request.headers.entries());
    const reason = checkCaller(headers['authorization'], activity, identity);
    if (reason) return refuseCaller(reason);

    const sink = new ResponseSink();
    let isAuthenticated = false;
    let failure: string | undefined;
    await adapter.process(
      { method: 'POST', headers, body: { ...activity } },
      sink,
      async (context) => {
        isAuthenticated = true;
        try {
          const value = await handleActivity(context.activity);
          if (value) await context.sendActivity({ type: 'invokeResponse', value });
        } catch (error) {
          failure = newErrorId();
          log.error('activity.failed', { errorId: failure, type: activity.type, error });
          throw error;
        }
      },
    );
    // The SDK answers 500 to a token whose signature is wrong.
    if (!isAuthenticated && sink.statusCode >= 400) return refuseCaller('sdk');
    if (failure) return { status: 500, body: `Something went wrong here. Error id ${failure}.` };
    return sink.toHttpResponse();
  };

  function refuseCaller(reason: string): HttpResponseInit {
    log.warn('caller.refused', { reason });
    return { status: 401, body: 'The caller is not the Bot Framework.' };
  }
}
