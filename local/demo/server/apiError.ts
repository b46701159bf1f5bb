import { randomUUID } from 'node:crypto';

/** A refusal in Databricks' shape: an HTTP status, an `error_code` (a number for some gateway errors) and words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly errorCode: string | number;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    errorCode: string | number,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.headers = headers;
  }

  /** The response body; `RequestInfo` is where Databricks puts the request id. */
  toBody(): unknown {
    const requestInfo = {
      '@type': 'type.googleapis.com/google.rpc.RequestInfo',
      request_id: randomUUID(),
      serving_data: '',
    };
    return { error_code: this.errorCode, message: this.message, details: [requestInfo] };
  }
}

/**
 * 404 for something that doesn't exist, or that the caller has no access to: Databricks doesn't distinguish the two.
 */
export function notFound(message: string): ApiError {
  return new ApiError(404, 'RESOURCE_DOES_NOT_EXIST', message);
}

/** 400 for a request that can't be understood. */
export function invalidParameter(message: string): ApiError {
  return new ApiError(400, 'INVALID_PARAMETER_VALUE', message);
}
