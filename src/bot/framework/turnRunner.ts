import type { HttpResponseInit } from '@azure/functions';
import { CloudAdapter } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from '../activityShape.ts';
import type { InvokeResponse } from '../ports.ts';
import { ResponseSink } from './responseSink.ts';

/**
 * Authentication for callers that `checkCaller` has already let in. The SDK's own also accepts tokens from any Entra
 * tenant, for its Emulator, and remembers every tenant that an unchecked token names.
 */
class CheckedCallers extends BotFrameworkAuthentication {
  readonly #connectors: ConnectorFactory;

  constructor(connectors: ConnectorFactory) {
    super();
    this.#connectors = connectors;
  }

  override async authenticateRequest(): Promise<AuthenticateRequestResult> {
    const claimsIdentity = new ClaimsIdentity([], true);
    return { audience: '', claimsIdentity, connectorFactory: this.#connectors };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('This bot takes no streaming connections'));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  /** For signing people in, which this bot doesn't do. */
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

/**
 * Runs turns through the SDK, which knows how each kind of activity is answered. Check the caller first.
 *
 * @returns a function that throws what `handle` throws
 */
export function createTurnRunner(connectors: ConnectorFactory) {
  const adapter = new CloudAdapter(new CheckedCallers(connectors));
  return async (
    activity: Activity,
    handle: (activity: Activity) => Promise<InvokeResponse | undefined>,
  ): Promise<HttpResponseInit> => {
    const sink = new ResponseSink();
    let failure: { error: unknown } | undefined;
    const request = { method: 'POST', headers: {}, body: { ...activity } };
    await adapter.process(request, sink, async (context) => {
      try {
        const value = await handle(activity);
        // Only an invoke expects a response. The SDK answers an unknown one with 501.
        if (value) await context.sendActivity({ type: 'invokeResponse', value });
      } catch (error) {
        // The SDK would print the whole error to the console.
        failure = { error };
      }
    });
    if (failure) throw failure.error;
    return sink.toHttpResponse();
  };
}
