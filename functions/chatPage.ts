import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/**
 * The chat page, its files, and what its script asks for. Who is signed in is what protects it, or that only this machine
 * can reach it.
 */
app.http('chatPage', {
  route: 'chat/{*path}',
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: (request) => theApp().receivePage(request),
});
