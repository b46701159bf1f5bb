import type { Parts } from './parts.ts';
import type { Plan } from './plan.ts';

/** What a conversation remembers after a question, for the next one to build on. */
export interface Memory {
  /** The last question that was answered. */
  plan?: Plan;
  /** What was clear in a question that the demo had to ask about. */
  pending?: Parts;
}
