/** A request on its way out of one of the SDK's clients. */
export interface SdkRequest {
  /** Milliseconds until it is given up. */
  timeout: number;
}

/** What came back, before the SDK reads it. */
export interface SdkResponse {
  status: number;
  bodyAsText?: string | null;
}

interface Policy {
  name: string;
  sendRequest(
    request: SdkRequest,
    next: (request: SdkRequest) => Promise<SdkResponse>,
  ): Promise<SdkResponse>;
}

/** Private to the SDK's clients; tests on the wire notice if it changes. */
export interface SdkClient {
  client: {
    pipeline: {
      removePolicy(options: { name: string }): unknown;
      addPolicy(policy: Policy, options?: { phase: 'Sign' }): unknown;
    };
  };
}

/**
 * The SDK repeats a request after a 5xx or a reset, up to four times: people would see an answer that often, or wait
 * for seconds. The life of the question decides what is repeated, and when.
 */
export function withoutRetries<T>(client: T): T {
  (client as SdkClient).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}
