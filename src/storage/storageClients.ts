import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { AppError } from '../common/errors.ts';
import { isLoopback } from '../common/loopback.ts';
import { createManagedIdentity } from '../secrets/managedIdentity.ts';
import { maxTries, retryDelays } from './rows/callStorage.ts';

export type StorageSettings =
  | { kind: 'connection-string'; value: string }
  | { kind: 'identity'; tableUri: string; queueUri: string; clientId?: string };

export interface StorageClients {
  openTable(name: string): TableClient;
  openQueue(name: string): QueueClient;
}

/** Clients of one storage account. Throws an `AppError` `config` if the settings are not usable. */
export function createStorageClients(settings: StorageSettings): StorageClients {
  // Whether plain http is meant for this machine is checked below, for tables and queues alike.
  const tableOptions = {
    allowInsecureConnection: true,
    retryOptions: { ...retryDelays, maxRetries: maxTries - 1 },
  };
  const queueOptions = { retryOptions: { ...retryDelays, maxTries } };

  if (settings.kind === 'connection-string') {
    const { value } = settings;
    return {
      openTable: (name) => open(() => TableClient.fromConnectionString(value, name, tableOptions)),
      openQueue: (name) => open(() => new QueueClient(value, name, queueOptions)),
    };
  }
  const { tableUri, queueUri, clientId } = settings;
  const identity = createManagedIdentity(clientId);
  return {
    openTable: (name) => open(() => new TableClient(tableUri, name, identity, tableOptions)),
    openQueue: (name) => {
      const url = `${queueUri.replace(/\/$/, '')}/${name}`;
      return open(() => new QueueClient(url, identity, queueOptions));
    },
  };
}

function open<T extends { url: string }>(create: () => T): T {
  const client = tryCreate(create);
  const { protocol, hostname } = new URL(client.url);
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return client;
  throw new AppError('config', `Storage at ${hostname} must be reached by https`);
}

function tryCreate<T>(create: () => T): T {
  try {
    return create();
  } catch (cause) {
    throw new AppError('config', 'The storage settings are not usable', { cause });
  }
}
