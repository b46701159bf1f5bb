import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** A question's message failed too often: tells the asker, and marks the question failed. */
app.storageQueue('reportFailure', {
  queueName: 'questions-poison',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().reportFailure(message),
});
