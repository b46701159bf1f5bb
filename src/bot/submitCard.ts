import type { CardSubmit } from '../cards/cardSubmit.ts';
import { codeOf } from '../errors.ts';
import { newErrorId } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';
import { showAnswer } from './showAnswer.ts';
import { submitRating } from './submitRating.ts';

/** Does what a button of our cards asks for. Who clicks learns what went wrong; clicking again tries again. */
export async function submitCard(submit: CardSubmit, place: Place, deps: BotDeps): Promise<void> {
  try {
    await runSubmit(submit, place, deps);
  } catch (error) {
    const errorId = newErrorId();
    const { action } = submit;
    deps.log.error('submit.failed', { errorId, action, code: codeOf(error), error });
    const text = `That did not work. Please try again in a moment. (Error id ${errorId})`;
    await deps.channel.post(place, { text });
  }
}

function runSubmit(submit: CardSubmit, place: Place, deps: BotDeps): Promise<void> {
  switch (submit.action) {
    case 'rate':
      return submitRating(submit, place, deps);
    case 'show':
      return showAnswer(submit.answer, place, deps);
  }
}
