import { isReadByOthers } from '../../questions/place.ts';
import { signInWaitMs } from '../../questions/signIn.ts';
import { renewWaiting } from '../../questions/signIns/renewWaiting.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import { signInMessage } from '../messages/signInMessage.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Shows the card with which a person signs in, or as whom they are signed in. A question that waits goes on waiting. */
export const signIn: Command = {
  name: 'sign in',
  needsSignIn: true,
  async reply(place, deps) {
    const words = readerOf(place, deps).texts.about.signIn;
    const { signIn: signingIn, clock } = deps;
    if (signingIn === undefined) return { text: words.needless };
    const { person, hasToken } = await describeSignIn(place, signingIn);
    if (person) return { text: words.already({ name: person.name }), textFormat: 'plain' };
    if (isReadByOthers(place)) return { text: words.elsewhere };
    const since = clock.now();
    await renewWaiting(place, { since, until: since + signInWaitMs, hasToken }, deps);
    return signInMessage(place, {}, signingIn, deps);
  },
};
