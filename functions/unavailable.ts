import type { HttpResponseInit } from '@azure/functions';
import { AppError } from '../src/common/errors.ts';

/** The health check's response when the app can't start. Only our own errors say why. */
export function unavailable(error: unknown): HttpResponseInit {
  const reason = error instanceof AppError ? error.message : 'unexpected error';
  return { status: 503, jsonBody: { status: 'unavailable', reason } };
}
