import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Takes one question forward until its answer is delivered or it has to wait. */
app.storageQueue('answerQuestion', {
  queueName: 'questions',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().continueQuestion(message),
});
