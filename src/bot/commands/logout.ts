import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import { deleteAllConversations } from '../../questions/sessions/deleteConversation.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';

/** Forgets the place's user and, where they ask for it, deletes their conversations in Genie. Returns what to say. */
export async function logout(deletes: boolean, place: Place, deps: BotDeps): Promise<string> {
  const parts: string[] = [];
  if (deletes) {
    await cancelQuestions(place, deps);
    const count = await deleteAllConversations(place, deps);
    parts.push(
      count === 0
        ? 'There was no conversation in Genie to delete.'
        : `I have deleted ${count === 1 ? 'your conversation' : `your ${count} conversations`} in Genie.`,
    );
  }
  await forgetPerson(place, deps);
  parts.unshift('I have forgotten who you are, and your history here.');
  if (!isSelfDeclared(place)) {
    parts.push('When you ask again, Teams tells me your name and address anew.');
  }
  return parts.join(' ');
}
