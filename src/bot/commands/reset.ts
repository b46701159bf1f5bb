import { changeSession, startingAnew } from '../../questions/sessions/changeSession.ts';
import { touched } from '../../questions/sessions/sessionTurn.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Makes the next question start a new conversation. A question that is still in progress gets its answer. */
export const reset: Command = {
  name: 'reset',
  async reply(place, deps) {
    await changeSession(place, deps, (session) => ({
      ...startingAnew(session),
      ...touched(deps.clock.now(), deps.sessionIdleMs),
    }));
    return { text: readerOf(place, deps).texts.conversations.startingNew };
  },
};
