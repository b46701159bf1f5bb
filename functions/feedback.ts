import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Takes a rating for an answer from a page that embeds the chat. The token in the request protects it. */
app.http('feedback', {
  route: 'feedback',
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: (request) => theApp().receiveRating(request),
});
