import { isEndpoint } from '../../questions/endpoint.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import { endpointOf } from '../../questions/sessions/spaceOf.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Stops waiting for the questions of the place's user, and says what happens to them. */
export const cancel: Command = {
  name: 'cancel',
  async reply(place, deps) {
    const { cancelled, tooLate } = await cancelQuestions(place, deps);
    const words = readerOf(place, deps).texts.conversations.cancel;
    const questions = cancelled.length;
    if (questions === 0) return { text: tooLate > 0 ? words.tooLate : words.nothing };
    const endpoint = await endpointOfSession(place, deps);
    const genies = cancelled.filter(({ spaceId = endpoint }) => !isEndpoint(spaceId));
    const asked = genies.filter(({ askingAt }) => askingAt !== undefined).length;
    if (asked === 0 && genies.length < questions) return { text: words.stopped({ questions }) };
    if (asked === 0) return { text: words.notSent({ questions }) };
    if (asked === questions) return { text: words.sent({ questions }) };
    return { text: words.someSent({ questions, asked }) };
  },
};

/** The endpoint that what wasn't asked yet would have gone to. */
async function endpointOfSession(place: Place, deps: BotDeps): Promise<string | undefined> {
  if (deps.settings.endpoints.length === 0) return undefined;
  const session = (await deps.sessions.get(sessionIdOf(place)))?.value ?? {};
  return endpointOf(session, place, deps);
}
