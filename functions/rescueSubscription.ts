import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Handles a look at a subscription that failed too often: logs it, and has it repeated. */
app.storageQueue('rescueSubscription', {
  queueName: 'subscriptions-poison',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().rescueSubscription(message),
});
