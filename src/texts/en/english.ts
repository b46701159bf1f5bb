import type { Grammar } from '../grammar.ts';
import { guide } from '../guide/en.ts';
import { pageErrors } from '../pageErrors/en.ts';
import { schedules } from '../schedules/en.ts';
import { subscriptions } from '../subscriptions/en.ts';
import { transcript } from '../transcript/en.ts';
import { about } from './about.ts';
import { answer } from './answer.ts';
import { chart } from './chart.ts';
import { chartPhrases } from './chartPhrases.ts';
import { commands } from './commands.ts';
import { conversations } from './conversations.ts';
import { downloads } from './downloads.ts';
import { failureDetails } from './failureDetails.ts';
import { failures } from './failures.ts';
import { firstSteps } from './firstSteps.ts';
import { lastAnswer } from './lastAnswer.ts';
import { people } from './people.ts';
import { personFailures } from './personFailures.ts';
import { progress } from './progress.ts';
import { provenance } from './provenance.ts';
import { sending } from './sending.ts';
import { signIn } from './signIn.ts';
import { status } from './status.ts';
import { table } from './table.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    downloads: downloads(),
    failureDetails: failureDetails(),
    failures: failures(),
    pageErrors: pageErrors(),
    people: people(grammar),
    personFailures: personFailures(),
    schedules: schedules(),
    sending: sending(),
    language: grammar.language,
    list: grammar.list,
    sentences: grammar.sentences,
    signIn: signIn(grammar),
    about: about(grammar),
    chartPhrases,
    answer: answer(grammar),
    commands,
    conversations: conversations(grammar),
    firstSteps: firstSteps(grammar),
    lastAnswer: lastAnswer(grammar),
    progress: progress(),
    status: status(grammar),
    subscriptions: subscriptions(grammar),
    provenance: provenance(grammar),
    table: table(grammar),
    chart: chart(grammar),
    time: time(grammar),
    transcript: transcript(),
    guide: guide(),
  };
}
