import mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';

/**
 * botframework-connector 4.23.3 only sends `type`, `text` and `mentioned` of every entity: the AI label, citations and
 * stream info arrive empty. The fix exists upstream (botbuilder-js pull request 4903) but was never published.
 * `test/bot/framework/connectorChannel.alone.test.ts` checks the wire.
 */
export function mendEntityMapper(): void {
  const entity = mappers.Entity.type as { additionalProperties?: { type: { name: string } } };
  entity.additionalProperties ??= { type: { name: 'Object' } };
}
