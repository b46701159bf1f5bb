import type { PastConversation } from './listConversations.ts';
import type { Genie } from './ports.ts';
import { recallText } from './recallText.ts';

/** What a conversation is called: its first question. */
export async function titleOf(
  { questions: [first] }: PastConversation,
  genie: Pick<Genie, 'getMessage'>,
): Promise<string> {
  return (first && (await recallText(first, genie))) ?? 'Conversation';
}
