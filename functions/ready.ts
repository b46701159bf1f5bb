import { app, type HttpResponseInit } from '@azure/functions';
import { theApp } from './theApp.ts';
import { unavailable } from './unavailable.ts';

/** 200 when everything that an answer needs is reachable, else 503 that names what is not. It asks others: keep the key. */
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
