import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

const maxSpaces = 12;

export interface SpacesView {
  channel: CardChannel;
  spaces: readonly { id: string; title: string; description?: string }[];
  /** The space that the next question goes to. */
  currentId?: string;
  /** Whether the person may set what holds for everybody in this channel. */
  mayShare: boolean;
}

/** The Genie spaces that can be asked here, each with a button to ask it from now on. */
export function spacesCard({ channel, spaces, currentId, mayShare }: SpacesView): OutgoingMessage {
  const hidden = spaces.length - maxSpaces;
  const [only] = spaces;
  const title =
    spaces.length === 1 && only ? 'There is one space to ask' : 'What you can ask about';
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    ...spaces
      .slice(0, maxSpaces)
      .flatMap((space) =>
        spaceElements(space, { channel, isCurrent: space.id === currentId, mayShare }),
      ),
    ...(hidden > 0 ? [noteText(`Spaces not shown here: ${hidden}.`)] : []),
  ];
  return createMessage(channel, body, title);
}

function spaceElements(
  { id, title, description }: SpacesView['spaces'][number],
  { channel, isCurrent, mayShare }: { channel: CardChannel; isCurrent: boolean; mayShare: boolean },
): CardElement[] {
  const name = clipLine(title, 80) || 'Without a title';
  const submit = (label: string, action: 'space' | 'share-space') =>
    submitButton(label, { action, space: id }, { tooltip: `${label}: ${name}` });
  const actions = [
    ...(isCurrent ? [] : [submit('Ask this one', 'space')]),
    ...(mayShare ? [submit('Make it this channel’s', 'share-space')] : []),
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
