import { app, type HttpResponseInit } from '@azure/functions';
import { theApp } from './theApp.ts';
import { unavailable } from './unavailable.ts';

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
      return unavailable(error);
    }
  },
});
