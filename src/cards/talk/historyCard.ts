import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { hiddenNote } from '../parts/hiddenNote.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeCount, writeTime } from '../parts/write.ts';

/** More would make the card too long to read. */
export const maxConversations = 8;

export interface HistoryView extends Reader {
  /** Newest first. */
  conversations: readonly {
    /** Opaque; a click brings it back. */
    answerKey: string;
    title: string;
    spaceTitle?: string;
    /** Milliseconds since 1970. */
    lastAt: number;
    questions: number;
    /** The next question continues it. */
    isCurrent: boolean;
  }[];
  /** How many older ones there are. */
  older: number;
}

/** The asker's recent conversations, each with buttons to continue or delete it. */
export function historyCard(view: HistoryView): OutgoingMessage {
  const { channel, conversations, older } = view;
  if (conversations.length === 0) {
    const none = 'You have no conversations here yet.';
    return createMessage(channel, [richText(none)], none);
  }
  const body = [
    richText('Your conversations here', { size: 'Medium', weight: 'Bolder' }),
    ...conversations.flatMap((conversation, index) =>
      conversationElements(conversation, `delete${index}`, view),
    ),
    ...hiddenNote(older, 'older conversation', 'older conversations'),
  ];
  const titles = conversations.map(({ title }) => title).join(' ');
  return createMessage(channel, body, 'Your conversations here', [titles]);
}

/** @param confirmId the element that “Delete” reveals: one click too many must not cost a conversation */
function conversationElements(
  conversation: HistoryView['conversations'][number],
  confirmId: string,
  { channel, locale, timeZone }: HistoryView,
): CardElement[] {
  const { answerKey, title, spaceTitle, lastAt, questions, isCurrent } = conversation;
  const facts = [
    ...(spaceTitle ? [clipLine(spaceTitle, 60)] : []),
    writeTime(lastAt, { locale, timeZone }),
    `${writeCount(questions)} ${questions === 1 ? 'question' : 'questions'}`,
    ...(isCurrent ? ['current'] : []),
  ];
  const submit = (label: string, action: 'continue' | 'delete') =>
    submitButton(
      label,
      { action, answer: answerKey },
      { tooltip: `${label}: ${clipLine(title, 60)}` },
    );
  const confirmation: CardElement = {
    type: 'Container',
    id: confirmId,
    isVisible: false,
    style: 'emphasis',
    items: [
      richText('Delete this conversation? It will also be deleted in Genie. This can’t be undone.'),
      { type: 'ActionSet', actions: [submit('Delete', 'delete')] },
    ],
  };
  return [
    richText(clipLine(title, 120), {}, { spacing: 'Medium', separator: true }),
    noteText(facts.join(' · ')),
    buttonRow(channel, [
      ...(isCurrent ? [] : [submit('Continue', 'continue')]),
      { type: 'Action.ToggleVisibility', title: 'Delete', targetElements: [confirmId] },
    ]),
    confirmation,
  ];
}
