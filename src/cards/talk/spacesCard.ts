import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { hiddenNote } from '../parts/hiddenNote.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

const maxSpaces = 12;

export interface SpacesView extends Reader {
  spaces: readonly { id: string; title: string; description?: string }[];
  /** The space that the next question goes to. */
  currentId?: string;
  /** Whether the person can set the space for everyone in this channel. */
  mayShare: boolean;
}

/** The Genie spaces available here, each with a button to switch to it. */
export function spacesCard({ channel, spaces, currentId, mayShare }: SpacesView): OutgoingMessage {
  const hidden = spaces.length - maxSpaces;
  const [only] = spaces;
  const title = spaces.length === 1 && only ? 'One space is available' : 'What you can ask about';
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    ...spaces
      .slice(0, maxSpaces)
      .flatMap((space) =>
        spaceElements(space, { channel, isCurrent: space.id === currentId, mayShare }),
      ),
    ...hiddenNote(hidden, 'more space', 'more spaces'),
  ];
  return createMessage(channel, body, title);
}

function spaceElements(
  { id, title, description }: SpacesView['spaces'][number],
  { channel, isCurrent, mayShare }: { channel: CardChannel; isCurrent: boolean; mayShare: boolean },
): CardElement[] {
  const name = clipLine(title, 80) || 'Untitled space';
  const submit = (label: string, action: 'space' | 'share-space') =>
    submitButton(label, { action, space: id }, { tooltip: `${label}: ${name}` });
  const actions = [
    ...(isCurrent ? [] : [submit('Use this space', 'space')]),
    ...(mayShare ? [submit('Use for this channel', 'share-space')] : []),
  ];
  return [
    richText(
      isCurrent ? `${name} ✓` : name,
      { weight: 'Bolder' },
      { spacing: 'Medium', separator: true },
    ),
    ...(description ? [noteText(clipLine(description, 300))] : []),
    ...(actions.length > 0 ? [buttonRow(channel, actions)] : []),
  ];
}
