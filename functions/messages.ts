import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Bot Framework activities, card clicks among them. The token in the request is the lock, not a function key. */
app.http('messages', {
  route: 'messages',
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: (request) => theApp().receiveActivity(request),
});
