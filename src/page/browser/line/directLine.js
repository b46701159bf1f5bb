// Direct Line 3.0, as far as the page needs it.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference

const microsofts = 'https://directline.botframework.com/v3/directline';
const patienceMs = 20_000;

/** Direct Line's answer when it isn't what was asked for. */
export class LineError extends Error {
  constructor(status) {
    super(`Direct Line answered ${status}`);
    this.status = status;
  }

  /** The token is of no use for what was asked: it has expired, or its conversation has gone. */
  get isTokens() {
    return [401, 403, 404].includes(this.status);
  }
}

/** What one token can do. A call that gets no answer rejects with another error than `LineError`. */
export function createDirectLine({ token, conversationId, domain = microsofts }) {
  const call = async (method, path, { body, ...options } = {}) => {
    const response = await fetch(`${domain}${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...options,
    });
    if (!response.ok) throw new LineError(response.status);
    return response.json();
  };
  const conversation = `/conversations/${encodeURIComponent(conversationId)}`;

  return {
    /** Starts the conversation, or goes on in it after a watermark. */
    async join(watermark) {
      if (watermark === undefined) return call('POST', '/conversations');
      try {
        return await call('GET', `${conversation}?watermark=${encodeURIComponent(watermark)}`);
      } catch (error) {
        // It was never started: the page that asked for its token went away at once.
        if (error.status === 404) return call('POST', '/conversations');
        throw error;
      }
    },
    refresh: () => call('POST', '/tokens/refresh'),
    /** @returns the activity's ID */
    post: async (body) => (await call('POST', `${conversation}/activities`, { body })).id,
    /** What binds a link to sign in to this browser. */
    readSessionId: async () =>
      (await call('GET', '/session/getsessionid', { credentials: 'include' })).sessionId,
  };
}
