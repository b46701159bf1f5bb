import mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';

/**
 * botframework-connector 4.23.3 sends of every entity only `type`, `text` and `mentioned`: the AI label, citations and
 * stream info leave empty. The mend exists upstream (botbuilder-js pull request 4903) but was never published.
 * `test/bot/framework/connectorChannel.alone.test.ts` looks at the wire.
 */
export function mendEntityMapper(): void {
  const entity = mappers.Entity.type as { additionalProperties?: { type: { name: string } } };
  entity.additionalProperties ??= { type: { name: 'Object' } };
}
