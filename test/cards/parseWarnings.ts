import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { cardOf } from './readCard.ts';

// The package's modules import each other without extensions, which only bundlers follow; its bundle does load.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** What the library of Web Chat has to say against a card of version 1.5: nothing, if it is one. */
export function parseWarnings(message: OutgoingMessage): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(cardOf(message), context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  return [...parsed, ...card.validateProperties().validationEvents].map(
    ({ message: words }) => words,
  );
}
