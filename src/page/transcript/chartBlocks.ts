import type { AnswerTable } from '../../answers/answer.ts';
import { chartContent } from '../../cards/answer/chartSection.ts';
import type { CardElement } from '../../cards/parts/adaptiveCard.ts';
import { cardLimitSteps } from '../../cards/parts/cardLimits.ts';
import { type Block, note } from '../document/block.ts';
import type { TranscriptReader } from './transcript.ts';

/** Its words say the figures as well, which a chart has below it. */
const inWordsOnly = () => 'data:,' as const;

/** The chart of a table as in the chat, and what is said below it. */
export function chartBlocks(
  table: AnswerTable,
  { inWords, ...reader }: TranscriptReader,
  isSummedUp: boolean,
): Block[] {
  const [limits] = cardLimitSteps;
  const draw = inWords ? inWordsOnly : reader.draw;
  const { elements } = chartContent(table, {
    ...reader,
    channel: 'webchat',
    limits,
    index: 0,
    answerKey: '',
    charts: draw ? { draw } : {},
    isSummedUp: isSummedUp || inWords === true,
  });
  return elements.flatMap(toBlock);
}

function toBlock(element: CardElement): Block[] {
  if (element.type === 'Image')
    return [{ type: 'picture', url: element.url, altText: element.altText }];
  return element.type === 'RichTextBlock'
    ? [note(element.inlines.map(({ text }) => text).join(''))]
    : [];
}
