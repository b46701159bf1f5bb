import { CloudAdapter } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

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

/** Runs turns through the SDK. Check the caller before calling `process`. */
export function createTurnAdapter(connectors: ConnectorFactory): CloudAdapter {
  return new CloudAdapter(new CheckedCallers(connectors));
}
