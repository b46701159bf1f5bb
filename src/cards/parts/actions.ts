import type { ActionSet, SubmitAction } from './adaptiveCard.ts';
import type { CardChannel } from './outgoingMessage.ts';
import { clipLine, plainText } from './plainText.ts';

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
  return questions
    .filter((question) => question.trim() !== '' && question.length <= maxQuestionLength)
    .slice(0, maxQuestions)
    .map((question, index) => ({
      type: 'ActionSet',
      spacing: index === 0 ? 'Default' : 'Small',
      actions: [askAction(channel, question, question)],
    }));
}
