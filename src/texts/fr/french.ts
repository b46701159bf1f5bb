import type { Grammar } from '../grammar.ts';
import { guide } from '../guide/fr.ts';
import { pageErrors } from '../pageErrors/fr.ts';
import { schedules } from '../schedules/fr.ts';
import { subscriptions } from '../subscriptions/fr.ts';
import type { Texts } from '../texts.ts';
import { transcript } from '../transcript/fr.ts';
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

export function french(grammar: Grammar): Texts {
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
    answer: answer(grammar),
    chartPhrases,
    commands,
    conversations: conversations(grammar),
    firstSteps: firstSteps(grammar),
    lastAnswer: lastAnswer(grammar),
    progress: progress(),
    status: status(grammar),
    subscriptions: subscriptions(grammar),
    provenance: provenance(grammar),
    chart: chart(grammar),
    table: table(grammar),
    time: time(grammar),
    transcript: transcript(),
    guide: guide(),
  };
}
