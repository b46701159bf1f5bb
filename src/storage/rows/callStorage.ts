import { AppError } from '../../common/errors.ts';
import { withTimeLimit } from '../../common/timeLimit.ts';

/** How long one call can take, with all its retries: Teams sends a message again after 10 to 15 s. */
const deadlineMs = 10_000;

/** Few and quick retries, for both clients. */
export const retryDelays = { retryDelayInMs: 200, maxRetryDelayInMs: 2_000 };
export const maxTries = 4;

/** What every call of the two clients takes. */
export interface CallOptions {
  abortSignal: AbortSignal;
}

/** Runs `act` within the deadline. `what` completes "Storage could not …"; whatever it throws becomes an `AppError`. */
export async function callStorage<T>(
  what: string,
  act: (options: CallOptions) => Promise<T>,
): Promise<T> {
  try {
    return await withTimeLimit(deadlineMs, ({ signal }) => act({ abortSignal: signal }));
  } catch (cause) {
    throw new AppError('storage', `Storage could not ${what}`, { cause });
  }
}

/** The result of a call, or `undefined` if the service answered with one of `outcomes`, its own error codes. */
export async function unlessAnswered<T>(
  call: Promise<T>,
  ...outcomes: string[]
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (outcomes.includes(serviceCodeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * The service's own code for a failed call, such as `EntityAlreadyExists`. The queue's client has it as `code`, the
 * tables' client in the body. https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2
 */
export function serviceCodeOf(error: unknown): string | undefined {
  const { code, details } = (error ?? {}) as {
    code?: string;
    details?: { odataError?: { code?: string } };
  };
  return details?.odataError?.code ?? code;
}
