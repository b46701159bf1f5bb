import type { Grammar } from '../grammar.ts';
import { about } from './about.ts';
import { answer } from './answer.ts';
import { commands } from './commands.ts';
import { conversations } from './conversations.ts';
import { firstSteps } from './firstSteps.ts';
import { lastAnswer } from './lastAnswer.ts';
import { progress } from './progress.ts';
import { provenance } from './provenance.ts';
import { status } from './status.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    about: about(grammar),
    answer: answer(grammar),
    commands,
    conversations: conversations(grammar),
    firstSteps: firstSteps(grammar),
    lastAnswer: lastAnswer(grammar),
    progress: progress(),
    status: status(grammar),
    provenance: provenance(grammar),
    time: time(grammar),
  };
}
