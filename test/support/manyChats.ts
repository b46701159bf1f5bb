import { chatSessionIdOf, newNonce } from '../../src/questions/ids.ts';
import type { ChatVisitor } from './aChatVisitor.ts';
import type { InProcess } from './openInProcess.ts';

/** As many chats of a visitor, each with one question; the IDs, the newest first. */
export async function manyChats(
  { storage }: Pick<InProcess, 'storage'>,
  visitor: ChatVisitor,
  count: number,
): Promise<string[]> {
  const first = await visitor.open();
  await first.ask('Revenue by region');
  const [asked] = await storage.questions.listAll(chatSessionIdOf(first.id));
  if (asked === undefined) throw new Error('nothing was asked');
  const ids = [first.id];
  for (let index = 1; index < count; index += 1) {
    const chat = await visitor.open();
    const sessionId = chatSessionIdOf(chat.id);
    // Two of each have the same time.
    const acceptedAt = asked.acceptedAt + Math.ceil(index / 2);
    await storage.questions.insert({
      ...asked,
      id: `${sessionId}-${newNonce()}`,
      sessionId,
      acceptedAt,
    });
    ids.push(chat.id);
  }
  return ids.reverse();
}
