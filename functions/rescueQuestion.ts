import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** A question's message failed too often: says so in the log, and has the question looked after anew. */
app.storageQueue('rescueQuestion', {
  queueName: 'questions-poison',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().rescueQuestion(message),
});
