import { CloudAdapter } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/**
 * The SDK's authentication for callers that `checkCaller` has let in already. The SDK's own also takes tokens that any
 * Entra tenant issued, for its Emulator, and remembers each tenant that an unchecked token names.
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

  /** Signs people in, which this bot does not. */
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

/** Runs turns through the SDK. Whoever calls `process` must have checked the caller before. */
export function createTurnAdapter(connectors: ConnectorFactory): CloudAdapter {
  return new CloudAdapter(new CheckedCallers(connectors));
}
