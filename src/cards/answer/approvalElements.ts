import type { Answer } from '../../answers/answer.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { clipLine, clipText } from '../parts/plainText.ts';
import { readableJson } from '../parts/readableJson.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import type { AnswerView } from './view.ts';

const maxNameLength = 120;

/**
 * What an answerer asks to be allowed to do, and the buttons with which its asker decides. What isn't shown in full can't
 * be allowed: what matters might stand where it was cut.
 */
export function approvalElements(
  { approval }: Pick<Answer, 'approval'>,
  { channel, texts, answerKey, isShared }: AnswerView,
  { textLength }: Pick<CardLimits, 'textLength'>,
): CardElement[] {
  if (approval === undefined) return [];
  const words = texts.answer.approval;
  const { name, server = '' } = approval;
  const whole = readableJson(approval.arguments.trim());
  const shown = clipText(whole, textLength);
  const [some, all] = [shown.length, whole.length];
  const isWhole = some === all && [name, server].every((each) => each.length <= maxNameLength);
  const buttons = (isWhole ? [true, false] : [false]).map((isAllowed) =>
    submitButton(isAllowed ? words.allow : words.deny, {
      action: 'decide',
      answer: answerKey,
      isAllowed,
    }),
  );
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        richText(approvalQuestion(approval, texts), { weight: 'Bolder' }),
        ...(whole === '' || whole === '{}'
          ? []
          : [
              noteText(words.calledWith),
              richText(shown, { fontType: 'Monospace', size: 'Small' }),
            ]),
        ...(some < all ? [noteText(words.shortened({ shown: some, total: all }))] : []),
        ...(isShared ? [] : [buttonRow(channel, buttons)]),
      ],
    },
  ];
}

/** In a line, what is asked for. */
export function approvalQuestion(
  { name, server = '' }: NonNullable<Answer['approval']>,
  { answer: { approval: words } }: AnswerView['texts'],
): string {
  const [tool, of] = [clipLine(name, maxNameLength), clipLine(server, maxNameLength)];
  return of === '' ? words.ask({ tool }) : words.askOf({ tool, server: of });
}
