import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Carries one question on until its answer is delivered, or it has to wait. */
app.storageQueue('answerQuestion', {
  queueName: 'questions',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().continueQuestion(message),
});
