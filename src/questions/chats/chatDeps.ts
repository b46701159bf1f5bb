import type { QuestionDeps } from '../deps.ts';
import type { TurnStore, VisitStore } from '../ports.ts';
import type { KnownWords } from './knownWords.ts';

/** What the list at the side of the chat page works with. */
export interface ChatDeps extends QuestionDeps {
  visits: VisitStore;
  turns: TurnStore;
  words: KnownWords;
}
