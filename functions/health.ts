import { app, type HttpResponseInit } from '@azure/functions';
import { AppError } from '../src/errors.ts';
import { theApp } from './theApp.ts';

/** 200 when the settings are right and storage answers, else 503 with the reason. */
app.http('health', {
  route: 'health',
  methods: ['GET'],
  authLevel: 'anonymous',
  async handler(): Promise<HttpResponseInit> {
    try {
      await theApp().check();
      return { jsonBody: { status: 'ok' } };
    } catch (error) {
      const reason = error instanceof AppError ? error.message : 'unexpected error';
      return { status: 503, jsonBody: { status: 'unavailable', reason } };
    }
  },
});
