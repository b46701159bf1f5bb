import type { Schedule } from '../../schedule/schedule.ts';
import { writeSchedule } from '../../schedule/writeSchedule.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText, textRun } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeTime } from '../parts/write.ts';

/** More would make the card too long to read. */
export const maxConversations = 8;

export interface HistoryView extends Reader {
  /** Newest first. */
  conversations: readonly {
    /** Opaque; a click brings it back. */
    answerKey: string;
    title: string;
    spaceTitle?: string;
    /** It isn't in Genie. */
    isKeptHere?: boolean;
    /** Milliseconds since 1970. */
    lastAt: number;
    questions: number;
    /** A subscription began it, at these times. */
    schedule?: Schedule;
    /** The next question continues it. */
    isCurrent: boolean;
  }[];
  /** How many older ones there are. */
  older: number;
}

/** The asker's recent conversations, each with buttons to continue or delete it. */
export function historyCard(view: HistoryView): OutgoingMessage {
  const { channel, texts, conversations, older } = view;
  const words = texts.conversations.history;
  if (conversations.length === 0) {
    return createMessage(channel, [richText(words.none)], words.none);
  }
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    ...conversations.flatMap((conversation, index) =>
      conversationElements(conversation, `delete${index}`, view),
    ),
    ...(older > 0 ? [noteText(words.older({ conversations: older }))] : []),
  ];
  const titles = conversations.map(({ title }) => title).join(' ');
  return createMessage(channel, body, words.title, [titles]);
}

/** @param confirmId the element that “Delete” reveals: one click too many must not cost a conversation */
function conversationElements(
  conversation: HistoryView['conversations'][number],
  confirmId: string,
  view: HistoryView,
): CardElement[] {
  const { channel, texts, locale, timeZone } = view;
  const words = texts.conversations.history;
  const {
    answerKey: answer,
    title,
    spaceTitle,
    isKeptHere,
    lastAt,
    questions,
    schedule,
    isCurrent,
  } = conversation;
  const shortTitle = { title: clipLine(title, 60) };
  const facts = [
    ...(spaceTitle ? [clipLine(spaceTitle, 60)] : []),
    ...(schedule ? [writeSchedule(schedule, view)] : []),
    writeTime(lastAt, { locale, timeZone }),
    words.questions({ questions }),
    ...(isCurrent ? [words.current] : []),
  ];
  const next = submitButton(
    words.continue,
    { action: 'continue', answer },
    { tooltip: words.continueTip(shortTitle), style: 'positive' },
  );
  const remove = submitButton(
    words.delete,
    { action: 'delete', answer },
    { tooltip: words.deleteTip(shortTitle) },
  );
  const small = { size: 'Small', isSubtle: true } as const;
  return [
    richText(
      clipLine(title, 120),
      isCurrent ? {} : { selectAction: { type: next.type, data: next.data } },
      {
        spacing: 'Medium',
        separator: true,
      },
    ),
    {
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [
        textRun(facts.join(' · '), small),
        textRun(' · ', small),
        textRun(words.delete, {
          size: 'Small',
          selectAction: { type: 'Action.ToggleVisibility', targetElements: [confirmId] },
        }),
      ],
    },
    ...(isCurrent ? [] : [buttonRow(channel, [next])]),
    {
      type: 'Container',
      id: confirmId,
      isVisible: false,
      style: 'emphasis',
      items: [
        richText(isKeptHere ? words.confirmDeleteHere : words.confirmDelete),
        { type: 'ActionSet', actions: [remove] },
      ],
    },
  ];
}
