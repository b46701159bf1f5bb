import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { createTurnRunner } from '../../src/bot/framework/turnRunner.ts';

/** The SDK's way through a turn, for turns that send nothing. */
export function aTurnRunner() {
  const connectors: ConnectorFactory = { create: async () => ({}) as ConnectorClient };
  return createTurnRunner(connectors);
}
