import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { createTurnAdapter } from '../../src/bot/framework/turnAdapter.ts';

/** The SDK's adapter, for turns that send nothing. */
export function aTurnAdapter() {
  const connectors: ConnectorFactory = { create: async () => ({}) as ConnectorClient };
  return createTurnAdapter(connectors);
}
