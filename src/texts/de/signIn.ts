import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function signIn({ count, plural }: Grammar): Texts['signIn'] {
  const minutes = (number: number) =>
    plural(number, { one: 'einer Minute', other: `${count(number)} Minuten` });
  return {
    withYourRights: 'Genie antwortet mit Ihren Databricks-Berechtigungen.',
    withBotRights: 'Genie antwortet mit den Berechtigungen dieses Bots, die für alle gleich sind.',
    card: {
      button: 'Anmelden',
      ask: 'Bitte melden Sie sich an. Genie antwortet mit Ihren Databricks-Berechtigungen.',
      summary:
        'Bitte melden Sie sich an, damit Genie mit Ihren Databricks-Berechtigungen antworten kann.',
      question: ({ question }) =>
        `Sobald Sie angemeldet sind, beantworte ich Ihre Frage: „${question}“. Wenn Sie sich innerhalb von 15 Minuten anmelden, brauchen Sie sie nicht noch einmal einzugeben.`,
      replaced: 'Diese Frage ersetzt Ihre vorherige.',
      code: 'Wenn auf der Seite ein sechsstelliger Code erscheint, geben Sie ihn hier ein.',
    },
    again: {
      expired: 'Ihre Anmeldung ist abgelaufen.',
      failed: 'Die Anmeldung hat nicht geklappt.',
      'wrong-codes':
        'Auch dieser Code war nicht richtig. Deshalb beginnt hier eine neue Anmeldung mit einem neuen Code.',
      'other-account':
        'Sie haben sich mit einem anderen Konto angemeldet als dem, das Sie hier verwenden. Deshalb habe ich Sie abgemeldet. Bitte melden Sie sich mit dem Konto an, das Sie hier verwenden.',
    },
    signInAs: ({ account }) =>
      `Sie haben sich mit einem anderen Konto angemeldet als dem, das Sie hier verwenden. Deshalb habe ich Sie abgemeldet. Bitte melden Sie sich als ${account} an.`,
    first: {
      answerThere:
        'Bitte melden Sie sich zuerst in unserem persönlichen Chat an. Ich antworte dann dort.',
      answerHere:
        'Bitte melden Sie sich zuerst in unserem persönlichen Chat an. Ich antworte dann hier.',
      openChat:
        'Öffnen Sie einen Chat mit mir und geben Sie innerhalb von 15 Minuten „anmelden“ ein.',
    },
    done: {
      as: ({ name }) => `Sie sind als ${name} angemeldet.`,
      unnamed: 'Sie sind angemeldet.',
      asking: 'Ihre Frage wird jetzt gestellt …',
      tooLate: 'Ihre Frage hat länger als 15 Minuten gewartet. Bitte stellen Sie sie noch einmal.',
      whatNext: 'Was möchten Sie wissen?',
    },
    code: {
      wrong: ({ triesLeft }) =>
        plural(triesLeft, {
          one: 'Dieser Code ist nicht richtig. Bitte prüfen Sie ihn und geben Sie ihn noch einmal ein. Sie haben noch 1 Versuch.',
          other: `Dieser Code ist nicht richtig. Bitte prüfen Sie ihn und geben Sie ihn noch einmal ein. Sie haben noch ${count(triesLeft)} Versuche.`,
        }),
      wrongAtLast:
        'Auch dieser Code ist nicht richtig. Damit ist diese Anmeldung beendet. Geben Sie „anmelden“ ein, um eine neue zu beginnen.',
      tooMany: (number) =>
        `Das waren zu viele falsche Codes. Bitte versuchen Sie es in ${minutes(number)} noch einmal.`,
      contested: (number) =>
        `Ein anderer Chat wartet auf dieselbe Anmeldung. Ich weiß deshalb nicht, für welchen sie gedacht war. Bitte geben Sie in ${minutes(number)} „anmelden“ ein.`,
      over: 'Diese Anmeldung ist beendet. Geben Sie „anmelden“ ein, um eine neue zu beginnen.',
      late: 'Diese Anmeldung hat länger als 15 Minuten gedauert. Geben Sie „anmelden“ ein, um eine neue zu beginnen.',
      unexpected: 'Ich erwarte gerade keinen Code. Geben Sie „anmelden“ ein, um einen zu erhalten.',
    },
    failed: {
      notSetUp: 'Die Anmeldung ist für diesen Bot nicht richtig eingerichtet.',
      notDone: 'Microsoft Teams konnte Ihre Anmeldung nicht abschließen.',
      consent:
        'Bitte wählen Sie auf der Karte „Anmelden“ aus und stimmen Sie der Anfrage von Microsoft zu.',
      interaction:
        'Bitte wählen Sie auf der Karte „Anmelden“ aus: Microsoft muss Sie zuerst etwas fragen.',
      otherwise: 'Wenn das nicht funktioniert, geben Sie „anmelden“ ein.',
    },
    signedOut:
      'Sie sind abgemeldet, und Ihre Downloadlinks funktionieren nicht mehr. Bei Ihrer nächsten Frage bitte ich Sie, sich anzumelden.',
    wasSignedOut:
      'Sie waren nicht angemeldet. Bei Ihrer nächsten Frage bitte ich Sie, sich anzumelden.',
  };
}
