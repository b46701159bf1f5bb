import { BoundedMap } from '../../common/boundedMap.ts';
import { recallText } from '../answered/recallText.ts';
import type { Genie } from '../ports.ts';
import type { Question } from '../question.ts';

/** Questions whose words are remembered. */
const most = 3_000;

/** Of each, in UTF-16 units: a title needs less, and few search for what stands behind it. */
const longest = 1_000;

/** What people asked, as far as a row or this process's memory knows it. It's never written down. */
export interface KnownWords {
  /** The words, or their beginning; `undefined`: not known here. */
  get(question: Question): string | undefined;
  /** Remembers what was read of a question. */
  note(questionId: string, text: string): void;
  /** The words, read from Genie if need be; `undefined`: they can't be read. */
  recall(
    question: Question,
    genie: Pick<Genie, 'getMessage'>,
    signal?: AbortSignal,
  ): Promise<string | undefined>;
}

/** The list at the side is read with each visit, so that Genie isn't asked for the same titles each time. */
export function createKnownWords(): KnownWords {
  const known = new BoundedMap<string, string>(most);
  const get = ({ id, text }: Question) => text ?? known.get(id);
  const note = (questionId: string, text: string) => known.set(questionId, text.slice(0, longest));
  return {
    get,
    note,
    async recall(question, genie, signal) {
      const words = get(question);
      if (words !== undefined) return words;
      const getMessage: Genie['getMessage'] = (ids) => genie.getMessage(ids, signal);
      const text = await recallText(question, { getMessage });
      if (text !== undefined) note(question.id, text);
      return text;
    },
  };
}
