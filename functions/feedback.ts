import { app, type HttpResponseInit } from '@azure/functions';
import { readRating } from '../src/bot/readRating.ts';
import { theApp } from './theApp.ts';

/** A rating for an answer, from a page that embeds the chat. */
app.http('feedback', {
  route: 'feedback',
  methods: ['POST'],
  authLevel: 'anonymous',
  async handler(request): Promise<HttpResponseInit> {
    const rating = await readRating(request);
    if (rating === undefined) {
      return {
        status: 400,
        body: 'Send {"answerId", "rating": "POSITIVE", "NEGATIVE" or "NONE"}.',
      };
    }
    const outcome = await theApp().rate(rating);
    return outcome === 'rated' ? { status: 204 } : { status: 404, body: 'No such answer.' };
  },
});
