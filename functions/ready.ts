import { app, type HttpResponseInit } from '@azure/functions';
import { theApp } from './theApp.ts';
import { unavailable } from './unavailable.ts';

/**
 * 200 if everything an answer needs can be reached, otherwise 503 with what can't. It calls other services: keep its
 * key secret.
 */
app.http('ready', {
  route: 'health/ready',
  methods: ['GET'],
  authLevel: 'function',
  async handler(): Promise<HttpResponseInit> {
    try {
      const { ready, checks } = await theApp().checkReadiness();
      if (ready) return { jsonBody: { status: 'ready', checks } };
      return { status: 503, jsonBody: { status: 'unavailable', checks } };
    } catch (error) {
      return unavailable(error);
    }
  },
});
