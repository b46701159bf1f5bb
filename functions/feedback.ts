import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** A rating for an answer, from a page that embeds the chat. The token in the request is the lock. */
app.http('feedback', {
  route: 'feedback',
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: (request) => theApp().receiveRating(request),
});
