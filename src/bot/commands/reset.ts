import { changeSession, startingAnew } from '../../questions/sessions/changeSession.ts';
import { touched } from '../../questions/sessions/sessionTurn.ts';
import type { Command } from './command.ts';

/** Makes the next question start a new conversation. A question that is still in progress gets its answer. */
export const reset: Command = {
  name: 'reset',
  sayings: ['new', 'new chat', 'new conversation', 'new session', 'start over', 'restart', 'clear'],
  help: 'start a new conversation; the old one stays in your history',
  teamsMenu: 'Start a new conversation with Genie',
  async reply(place, deps) {
    await changeSession(place, deps, (session) => ({
      ...startingAnew(session),
      ...touched(deps.clock.now(), deps.sessionIdleMs),
    }));
    return { text: 'Done. Your next question starts a new conversation.' };
  },
};
