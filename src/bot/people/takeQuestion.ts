import {
  type Acceptance,
  acceptQuestion,
  maxQuestionLength,
} from '../../questions/life/acceptQuestion.ts';
import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { openRecognized } from './recognizePerson.ts';

/** Takes a question in, unless its asker has to say first who they are; then it waits for that. */
export async function takeQuestion(text: string, place: Place, deps: BotDeps): Promise<void> {
  const { channel, requireEmail } = deps;
  const session = await openRecognized(place, deps);
  const activityId = place.activityId ?? '';
  if (requireEmail && isSelfDeclared(place) && !session.value.user.email) {
    await changeSession(place, deps, (current) => ({
      ...current,
      heldQuestion: { text, activityId },
    }));
    await channel.post(place, { text: askForEmail });
    return;
  }
  const accepted = await acceptQuestion({ place, activityId, text, session }, deps);
  const refusal = refusals[accepted];
  if (refusal) await channel.post(place, { text: refusal });
}

const askForEmail =
  'Before I ask Genie, please write your e-mail address, and your name if you like: “Ada Lovelace <ada@example.com>”. Your question waits for it.';

const refusals: Partial<Record<Acceptance, string>> = {
  'too-busy':
    'So many questions are waiting that yours would take too long. Please ask again in a few minutes.',
  'too-long': `This is longer than ${maxQuestionLength.toLocaleString('en')} characters. Please ask in fewer words.`,
  'too-often': 'You are asking faster than I may ask Genie. Please wait a minute, then ask again.',
};
