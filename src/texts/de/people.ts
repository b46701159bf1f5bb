import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people({ count, plural }: Grammar): Texts['people'] {
  return {
    noAccess: ({ contact }) =>
      `Sie haben keinen Zugriff auf diesen Bot. Wenden Sie sich an ${contact}, um Zugriff anzufordern.`,
    unknown:
      'Ich konnte nicht feststellen, wer Sie sind. Bitte versuchen Sie es gleich noch einmal.',
    tooOften:
      'Das war viel auf einmal. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    tooManyPerMinute:
      'Sie haben das Limit an Fragen pro Minute erreicht. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    tooBusy:
      'Im Moment warten zu viele Fragen. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    tooManyOpen: ({ limit }) =>
      plural(limit, {
        one: 'Sie haben hier bereits eine Frage in Bearbeitung. Bitte warten Sie auf die Antwort oder geben Sie „abbrechen“ ein.',
        other: `Sie haben hier bereits ${count(limit)} Fragen in Bearbeitung. Bitte warten Sie auf eine Antwort oder geben Sie „abbrechen“ ein.`,
      }),
    tooManyWaiting: ({ limit }) =>
      plural(limit, {
        one: 'Sie haben bereits eine Frage in der Warteschlange. Bitte warten Sie, bis sie beantwortet ist.',
        other: `Sie haben bereits ${count(limit)} Fragen in der Warteschlange. Bitte warten Sie, bis eine davon beantwortet ist.`,
      }),
    questionTooLong: ({ limit }) =>
      `Ihre Frage ist zu lang. Möglich sind höchstens ${count(limit)} Zeichen.`,
    askForEmail:
      'Bevor ich Genie frage, nennen Sie mir bitte Ihre E-Mail-Adresse (und Ihren Namen, wenn Sie möchten): „Ada Lovelace <ada@example.com>“. Gleich danach stelle ich Ihre Frage.',
    introduced: ({ email }) =>
      `Danke. Ich verwende ${email} als Ihre E-Mail-Adresse (nicht überprüft), bis Sie „abmelden“ eingeben.`,
    askingNow: 'Ich stelle jetzt Ihre Frage:',
    forgotten: 'Ich habe Ihre Angaben und Ihren Verlauf in diesem Chat gelöscht.',
    teamsTellsAgain:
      'Wenn Sie wieder etwas fragen, teilt Teams mir Ihren Namen und Ihre E-Mail-Adresse erneut mit.',
    pageTellsAgain:
      'Wenn Sie wieder etwas fragen, erfahre ich Ihren Namen und Ihre E-Mail-Adresse erneut aus Ihrer Anmeldung auf dieser Seite.',
    reloadPage: 'Sie waren eine Weile nicht da. Bitte laden Sie die Seite neu, um fortzufahren.',
    deleted: ({ number }) =>
      plural(number, {
        one: 'Ich habe Ihre Unterhaltung gelöscht.',
        other: `Ich habe Ihre ${count(number)} Unterhaltungen gelöscht.`,
      }),
    nothingToDelete: 'Sie hatten keine Unterhaltungen, die ich löschen könnte.',
    leftUndeleted: ({ number }) =>
      plural(number, {
        one: 'Eine Unterhaltung konnte ich nicht löschen, weil sie mit anderen Berechtigungen geführt wurde, als Sie jetzt haben.',
        other: `${count(number)} Unterhaltungen konnte ich nicht löschen, weil sie mit anderen Berechtigungen geführt wurden, als Sie jetzt haben.`,
      }),
  };
}
