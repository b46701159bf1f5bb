import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
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
export function spacesCard(view: SpacesView): OutgoingMessage {
  const { channel, texts, spaces } = view;
  const words = texts.firstSteps.spaces;
  const hidden = spaces.length - maxSpaces;
  const title = spaces.length === 1 ? words.one : words.several;
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    ...spaces.slice(0, maxSpaces).flatMap((space) => spaceElements(space, view)),
    ...(hidden > 0 ? [noteText(words.hidden({ spaces: hidden }))] : []),
  ];
  return createMessage(channel, body, title);
}

function spaceElements(
  { id, title, description }: SpacesView['spaces'][number],
  { channel, texts, currentId, mayShare }: SpacesView,
): CardElement[] {
  const { untitled, use, useInChannel } = texts.firstSteps.spaces;
  const isCurrent = id === currentId;
  const name = clipLine(title, 80) || untitled;
  const submit = (label: string, action: 'space' | 'share-space') =>
    submitButton(label, { action, space: id }, { tooltip: `${label}: ${name}` });
  const actions = [
    ...(isCurrent ? [] : [submit(use, 'space')]),
    ...(mayShare ? [submit(useInChannel, 'share-space')] : []),
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
