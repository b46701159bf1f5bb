import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/**
 * Has a subscription's question asked once it's due. Its queue is one of its own: Azure starts instances for all messages
 * of a queue, those that are hidden for days included.
 */
app.storageQueue('lookAtSubscription', {
  queueName: 'subscriptions',
  connection: 'AzureWebJobsStorage',
  handler: (message) => theApp().lookAtSubscription(message),
});
