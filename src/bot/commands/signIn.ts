import { isReadByOthers } from '../../questions/place.ts';
import { signInWaitMs } from '../../questions/signIn.ts';
import { renewWaiting } from '../../questions/signIns/renewWaiting.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import { signInMessage } from '../messages/signInMessage.ts';
import type { Command } from './command.ts';

/** Shows the card with which a person signs in, or as whom they are signed in. A question that waits goes on waiting. */
export const signIn: Command = {
  name: 'sign in',
  sayings: ['signin', 'log in', 'login', 'logon', 'log on', 'sign on'],
  help: 'sign in, so that Genie answers with your own Databricks rights',
  needsSignIn: true,
  async reply(place, deps) {
    const { signIn: signingIn, clock } = deps;
    if (signingIn === undefined) return { text: nobodySignsIn };
    const { person, hasToken } = await describeSignIn(place, signingIn);
    if (person) {
      const whom = person.name ? ` as ${person.name}` : '';
      return { text: `You’re already signed in${whom}.`, textFormat: 'plain' };
    }
    if (isReadByOthers(place)) return { text: notHere };
    const since = clock.now();
    await renewWaiting(place, { since, until: since + signInWaitMs, hasToken }, deps);
    return signInMessage(place, {}, signingIn, deps);
  },
};

const nobodySignsIn = 'There’s no need to sign in: Genie is asked with this bot’s rights.';
const notHere = 'Please sign in in a chat of our own: open one with me and type “sign in”.';
