import type { Grammar } from '../grammar.ts';
import { guide } from '../guide/ja.ts';
import { pageErrors } from '../pageErrors/ja.ts';
import { schedules } from '../schedules/ja.ts';
import { subscriptions } from '../subscriptions/ja.ts';
import type { Texts } from '../texts.ts';
import { transcript } from '../transcript/ja.ts';
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

export function japanese(grammar: Grammar): Texts {
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
    chart: chart(grammar),
    chartPhrases,
    commands,
    conversations: conversations(grammar),
    firstSteps: firstSteps(grammar),
    lastAnswer: lastAnswer(grammar),
    progress: progress(),
    status: status(grammar),
    subscriptions: subscriptions(grammar),
    provenance: provenance(grammar),
    table: table(grammar),
    time: time(grammar),
    transcript: transcript(),
    guide: guide(),
  };
}
