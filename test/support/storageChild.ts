import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { startStorage } from '../../local/storage/startStorage.ts';

// Starts embedded storage over the folder given, does what the second argument names and says so as soon as storage has
// acknowledged it. Then it stays, to be killed.
const [, , dataDir = '', action = ''] = process.argv;
const { connectionString } = await startStorage({ dataDir, warn: console.error });
const table = TableClient.fromConnectionString(connectionString, 'rows', {
  allowInsecureConnection: true,
});
const queue = new QueueClient(connectionString, 'work');
const row = { partitionKey: 'p', rowKey: 'row' };

const actions: Record<string, () => Promise<unknown>> = {
  async create() {
    await table.createTable();
    await queue.create();
    await table.createEntity({ ...row, value: 1 });
    await queue.sendMessage('first');
  },
  insert: () => table.createEntity({ ...row, rowKey: 'second', value: 2 }),
  update: () => table.updateEntity({ ...row, value: 3 }, 'Replace', { etag: '*' }),
  delete: () => table.deleteEntity(row.partitionKey, row.rowKey),
  enqueue: () => queue.sendMessage('second'),
  receive: () => queue.receiveMessages({ visibilityTimeout: 600 }),
  async complete() {
    const [message] = (await queue.receiveMessages()).receivedMessageItems;
    await queue.deleteMessage(message?.messageId ?? '', message?.popReceipt ?? '');
  },
  none: () => Promise.resolve(),
};
await actions[action]?.();
process.stdout.write('acknowledged\n');
