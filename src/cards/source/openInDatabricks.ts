import type { Answer } from '../../answers/answer.ts';
import type { OpenUrlAction } from '../parts/adaptiveCard.ts';
import type { Reader } from '../parts/reader.ts';

/**
 * The button that opens an answer's conversation in Databricks, or its space; none if there is nothing to open. Below a
 * shared answer there is none either: the conversation is the asker's, and nobody else can open it.
 */
export function openInDatabricks(
  { origin }: Pick<Answer, 'origin'>,
  { texts, isShared }: Pick<Reader, 'texts'> & { isShared?: true },
): OpenUrlAction[] {
  if (origin === undefined || (isShared && origin.shows === 'conversation')) return [];
  const { openConversation, openSpace } = texts.provenance;
  const title = origin.shows === 'conversation' ? openConversation : openSpace;
  return [{ type: 'Action.OpenUrl', title, url: origin.url }];
}
