import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function subscriptions({ plural, count }: Grammar): Texts['subscriptions'] {
  return {
    example: 'abonnieren jeden Werktag um 9:00: Umsatz nach Region gestern',
    buttons: {
      subscribe: 'Abonnieren',
      subscribeTip: 'Die Antwort auf diese Frage regelmäßig bekommen',
      save: 'Speichern',
      pause: 'Pausieren',
      resume: 'Fortsetzen',
      change: 'Ändern',
      unsubscribe: 'Abbestellen',
      toChannel: 'Im Kanal posten',
      condition: 'Bedingung hinzufügen',
    },
    tip: ({ button, question }) => `${button}: ${question}`,
    form: {
      title: 'Diese Antwort abonnieren',
      change: 'Dieses Abo ändern',
      every: 'Wie oft',
      time: ({ timeZone }) => `Uhrzeit (${timeZone})`,
      only: 'Antwort anzeigen',
      figure: 'Kennzahl',
      amount: 'Betrag',
      asNow: ({ now }) => `Wie bisher: ${now}`,
      days: {
        day: 'Jeden Tag',
        weekday: 'Montag bis Freitag',
        1: 'Jeden Montag',
        2: 'Jeden Dienstag',
        3: 'Jeden Mittwoch',
        4: 'Jeden Donnerstag',
        5: 'Jeden Freitag',
        6: 'Jeden Samstag',
        7: 'Jeden Sonntag',
        month: 'Am 1. jedes Monats',
        last: 'Am letzten Tag jedes Monats',
      },
      conditions: {
        always: 'Immer',
        'with-rows': 'Wenn es Zeilen gibt',
        above: 'Wenn die Kennzahl größer ist als',
        below: 'Wenn die Kennzahl kleiner ist als',
        moved: 'Wenn sie sich änderte um',
        'moved-percent': 'Wenn sie sich änderte um %',
      },
    },
    says: {
      created: 'Abonniert',
      known: 'Das haben Sie schon abonniert',
      changed: 'Geändert',
      paused: 'Pausiert',
      resumed: 'Fortgesetzt',
      ended: 'Abbestellt',
      moved: 'Die Antworten kommen jetzt in den Kanal',
      'paused-access': 'Ich habe dieses Abo pausiert',
      'paused-gone': 'Ich habe dieses Abo pausiert',
      'ended-gone': 'Ich habe dieses Abo beendet',
    },
    why: {
      'paused-access': {
        own: 'Sie haben keinen Zugriff mehr auf diesen Bot oder auf seine Daten. Sobald Sie ihn wieder haben, wählen Sie „Fortsetzen“.',
        others:
          'Wer es abonniert hat, hat keinen Zugriff mehr auf diesen Bot oder auf seine Daten. Sobald der Zugriff wieder da ist, lässt es sich fortsetzen.',
      },
      'paused-gone': {
        own: 'Ich konnte Sie nicht erreichen. Wählen Sie „Fortsetzen“, wenn es weitergehen soll.',
        others: 'Ich kann die Person, die es abonniert hat, nicht mehr erreichen.',
      },
      'ended-gone': {
        own: 'Ich konnte Sie nicht erreichen.',
        others: 'Ich kann die Person, die es abonniert hat, nicht mehr erreichen.',
      },
    },
    question: ({ question }) => `„${question}“`,
    next: ({ due }) => `Nächstes Mal: ${due}`,
    isPaused: 'Pausiert',
    where: {
      private: 'Die Antworten kommen in unseren eigenen Chat, wo nur Sie sie sehen.',
      thread: 'Die Antworten kommen in diesen Thread.',
      channel: 'Jede Antwort ist ein neuer Beitrag im Kanal.',
    },
    figure: ({ column }) => `„${column}“`,
    figureOf: ({ column, row }) => `„${column}“ für „${row}“`,
    only: {
      'with-rows': 'Nur wenn es Zeilen gibt',
      above: ({ figure, limit }) => `Nur wenn ${figure} größer ist als ${limit}`,
      below: ({ figure, limit }) => `Nur wenn ${figure} kleiner ist als ${limit}`,
      moved: ({ figure, by }) => `Nur wenn sich ${figure} um mindestens ${by} geändert hat`,
    },
    finding: {
      above: ({ figure, now, limit }) => `${figure} ist ${now}, also größer als ${limit}.`,
      below: ({ figure, now, limit }) => `${figure} ist ${now}, also kleiner als ${limit}.`,
      moved: ({ figure, now, before, by }) =>
        `${figure} hat sich von ${before} auf ${now} geändert (${by}).`,
      before: ({ before, date }) => `Vorher war es ${before} (${date}).`,
      since: ({ date }) => `Der Wert davor ist vom ${date}.`,
      first: ({ figure, now }) => `${figure} ist ${now}. Damit vergleiche ich von jetzt an.`,
      noTable:
        'Diese Antwort hat keine Tabelle, die ich lesen kann. Deshalb konnte ich Ihre Bedingung nicht prüfen.',
      missing: {
        column: ({ figure }) =>
          `Ich konnte ${figure} in dieser Antwort nicht finden: Es gibt keine solche Spalte oder mehrere. Deshalb konnte ich Ihre Bedingung nicht prüfen.`,
        row: ({ figure }) =>
          `Ich konnte ${figure} in dieser Antwort nicht finden: Es gibt keine solche Zeile oder mehrere. Deshalb konnte ich Ihre Bedingung nicht prüfen.`,
        number: ({ figure }) =>
          `In dieser Antwort gibt es keine Zahl für ${figure}. Deshalb konnte ich Ihre Bedingung nicht prüfen.`,
      },
    },
    skipped: ({ times, since }) =>
      plural(times, {
        one: `Das Mal davor konnte ich nicht antworten (${since}).`,
        other: `Die ${count(times)} Male davor konnte ich nicht antworten, zuerst am ${since}.`,
      }),
    summary: ({ question, summary }) => `${question}: ${summary}`,
    continuesHere: 'Ihre nächste Frage bezieht sich auf diese Antwort.',
    failed:
      'Nächstes Mal versuche ich es wieder. Schlägt es weiter fehl, melde ich das nicht jedes Mal.',
    waitsForSignIn: ({ question }) =>
      `Ihr Abo ist fällig: „${question}“. Sobald Sie angemeldet sind, bringe ich Ihnen die Antwort.`,
    list: {
      title: 'Ihre Abos hier',
      none: 'Sie haben hier keine Abos. Wählen Sie „Abonnieren“ unter einer Antwort, oder geben Sie ein:',
      elsewhere: ({ number }) =>
        plural(number, {
          one: 'In einem anderen Chat haben Sie noch 1.',
          other: `In anderen Chats haben Sie noch ${count(number)}.`,
        }),
      hidden: ({ number }) =>
        plural(number, {
          one: '1 weiteres wird nicht angezeigt.',
          other: `${count(number)} weitere werden nicht angezeigt.`,
        }),
    },
    refused: {
      when: ({ given }) => `Ich verstehe nicht, wann „${given}“ ist.`,
      time: ({ given }) => `Die Uhrzeit „${given}“ kenne ich nicht.`,
      zone: ({ given }) => `Die Zeitzone „${given}“ kenne ich nicht.`,
      day: ({ given }) =>
        `„${given}“ gibt es nicht in jedem Monat. Nehmen Sie einen Tag bis zum 28. oder den letzten Tag.`,
      'no-time': 'Bitte wählen Sie eine Uhrzeit.',
      'no-question': 'Bitte sagen Sie mir, wann Sie die Antwort möchten und auf welche Frage.',
      'too-many': ({ limit }) =>
        plural(limit, {
          one: 'Sie haben schon 1 Abo, mehr sind nicht möglich. Bestellen Sie es ab, um Platz zu schaffen.',
          other: `Sie haben schon ${count(limit)} Abos, mehr sind nicht möglich. Bestellen Sie eines ab, um Platz zu schaffen.`,
        }),
      amount: 'Bitte geben Sie den Betrag als Zahl über 0 ein.',
      limit: 'Bitte geben Sie den Betrag als Zahl ein.',
      figure: 'Bitte wählen Sie die Kennzahl, die ich vergleiche.',
      'no-figure': 'Diese Antwort enthält keine Kennzahlen, die ich vergleichen könnte.',
      off: 'Abos sind bei diesem Bot ausgeschaltet.',
      'not-signed-in': 'Um hier etwas zu abonnieren, müssen Sie auf dieser Seite angemeldet sein.',
      'no-place':
        'Hier kann ich Ihnen später keine Antworten bringen. Bitte abonnieren Sie in einem anderen Chat mit mir.',
      'not-yours': 'Das kann nur, wer es abonniert hat, oder ein Admin dieses Kanals.',
      gone: 'Dieses Abo gibt es nicht mehr.',
      'only-admins': 'Nur Admins dieses Kanals können Antworten in ihm posten lassen.',
    },
    tryThis: 'Zum Beispiel:',
    dayExamples: [
      'abonnieren jeden 1. um 9:00: Umsatz nach Region im letzten Monat',
      'abonnieren jeden letzten Tag um 9:00: Umsatz nach Region in diesem Monat',
    ],
    zoneExample: 'abonnieren jeden Tag um 9:00 in Europe/Berlin: Umsatz nach Region gestern',
    allEnded: ({ number }) =>
      plural(number, {
        one: 'Ihr Abo habe ich beendet.',
        other: `Ihre ${count(number)} Abos habe ich beendet.`,
      }),
  };
}
