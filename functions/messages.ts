import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Takes Bot Framework activities, including card clicks. The token in the request protects it, not a function key. */
app.http('messages', {
  route: 'messages',
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: (request) => theApp().receiveActivity(request),
});
