import type { HttpResponseInit } from '@azure/functions';
import { AppError } from '../src/common/errors.ts';

/** What a health check answers when the app itself cannot. Only our own errors say why. */
export function unavailable(error: unknown): HttpResponseInit {
  const reason = error instanceof AppError ? error.message : 'unexpected error';
  return { status: 503, jsonBody: { status: 'unavailable', reason } };
}
