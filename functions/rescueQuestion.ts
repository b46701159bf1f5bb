import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Handles a message that failed too often: logs it, and has its question watched again. */
app.storageQueue('rescueQuestion', {
  queueName: 'questions-poison',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().rescueQuestion(message),
});
