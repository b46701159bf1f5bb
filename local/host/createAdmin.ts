import type { IncomingMessage, ServerResponse } from 'node:http';

interface AdminOptions {
  /** Required in the header `x-functions-key`. */
  masterKey: string;
  /** Stops taking messages and ticks. */
  drain(): void;
  /** Whether that was done, and how many runs haven't ended. */
  look(): { isDraining: boolean; outstandingInvocations: number };
}

/**
 * Creates the handler of the one part of the real host's own API that ends an instance in order: the platform posts to
 * `/admin/host/drain` and looks at its status until nothing runs. Returns false for what it doesn't serve.
 */
export function createAdmin({
  masterKey,
  drain,
  look,
}: AdminOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (!/^\/admin(?:\/|$)/i.test(request.url ?? '')) return false;
    if (request.headers['x-functions-key'] !== masterKey) {
      response.writeHead(401).end();
      return true;
    }
    const { isDraining, outstandingInvocations } = look();
    switch (`${request.method} ${request.url}`) {
      case 'POST /admin/host/drain':
        drain();
        response.writeHead(202).end();
        return true;
      case 'GET /admin/host/drain/status': {
        const left = outstandingInvocations > 0 ? 'InProgress' : 'Completed';
        const state = isDraining ? left : 'Disabled';
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(JSON.stringify({ state, outstandingInvocations, outstandingRetries: 0 }));
        return true;
      }
      default:
        response.writeHead(404).end();
        return true;
    }
  };
}
