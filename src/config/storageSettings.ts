import type { StorageSettings } from '../storage/openStorage.ts';
import type { Settings } from './settings.ts';

/** Reads the storage account as Azure Functions names it: the bot's rows are where the host's own are. */
export function readStorageSettings(settings: Settings): StorageSettings {
  const value = settings.text('AzureWebJobsStorage');
  if (value) return { kind: 'connection-string', value };
  const tableUri = settings.text('AzureWebJobsStorage__tableServiceUri');
  const queueUri = settings.text('AzureWebJobsStorage__queueServiceUri');
  const clientId = settings.text('AzureWebJobsStorage__clientId', 'AZURE_CLIENT_ID');
  if (!tableUri || !queueUri) {
    settings.problem(
      'AzureWebJobsStorage is missing: a connection string, or AzureWebJobsStorage__tableServiceUri and __queueServiceUri',
    );
  }
  return {
    kind: 'identity',
    tableUri: tableUri ?? '',
    queueUri: queueUri ?? '',
    ...(clientId && { clientId }),
  };
}
