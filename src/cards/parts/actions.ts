import type { ActionSet, SubmitAction } from './adaptiveCard.ts';
import type { CardChannel } from './outgoingMessage.ts';
import { clipLine, plainText } from './plainText.ts';
import { submitButton } from './submitButton.ts';

const maxTitleLength = 80;
/** A longer one isn't a question to suggest, and a shortened one would be a different question. */
const maxQuestionLength = 500;
const maxQuestions = 6;

/** A button that asks `question` as if the person had typed it: both channels show it as the person's message. */
export function askAction(channel: CardChannel, title: string, question: string): SubmitAction {
  const value = plainText(question);
  return {
    type: 'Action.Submit',
    title: clipLine(title, maxTitleLength),
    data: channel === 'teams' ? { msteams: { type: 'imBack', value } } : value,
  };
}

/** One button for each question, stacked: side by side they would be cut off on a phone. */
export function questionButtons(channel: CardChannel, questions: readonly string[]): ActionSet[] {
  return stacked(questions, (question) => askAction(channel, question, question));
}

/** The same where a question continues the conversation of an answer, whatever its place has talked about since. */
export function followButtons(answer: string, questions: readonly string[]): ActionSet[] {
  return stacked(questions, (question) =>
    submitButton(clipLine(question, maxTitleLength), {
      action: 'follow',
      answer,
      question: plainText(question),
    }),
  );
}

function stacked(
  questions: readonly string[],
  button: (question: string) => SubmitAction,
): ActionSet[] {
  return questions
    .filter((question) => question.trim() !== '' && question.length <= maxQuestionLength)
    .slice(0, maxQuestions)
    .map((question, index) => ({
      type: 'ActionSet',
      spacing: index === 0 ? 'Default' : 'Small',
      actions: [button(question)],
    }));
}
