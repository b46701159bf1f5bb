import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer({ plural, count }: Grammar): Texts['lastAnswer'] {
  return {
    none: 'Sie haben in diesem Chat noch keine Antwort erhalten.',
    coming: 'Ich bin dabei. Sie erhalten Ihre Antwort, sobald sie fertig ist.',
    onlyTheAsker: 'Das kann nur die Person, die gefragt hat, und nur für begrenzte Zeit.',
    onlyInOwnChat:
      'Diese Antwort steht in unserem persönlichen Chat, den nur Sie sehen. Bitte tun Sie das dort.',
    placeNote: {
      private: 'Ich antworte in unserem persönlichen Chat, den nur Sie sehen.',
      closed:
        'Ich kann Sie nicht in einem persönlichen Chat erreichen. Öffnen Sie einen Chat mit mir und geben Sie „antwort anzeigen“ ein. Dann antworte ich dort, wo nur Sie es sehen.',
    },
    cannotShowAs: {
      line: 'Ich kann Ihre letzte Antwort nicht als Liniendiagramm anzeigen. Dafür sind Zahlen und ein Datum oder eine Kategorie nötig.',
      bar: 'Ich kann Ihre letzte Antwort nicht als Balkendiagramm anzeigen. Dafür sind eine Kategorie und Zahlen nötig (in Teams keine negativen).',
      donut:
        'Ich kann Ihre letzte Antwort nicht als Ringdiagramm anzeigen. Dafür sind Zahlen nötig, die zusammen ein Ganzes ergeben.',
      table: 'Ihre letzte Antwort enthält keine Tabelle.',
    },
    sql: {
      title: 'SQL zu Ihrer letzten Antwort',
      none: 'Zu Ihrer letzten Antwort gibt es kein SQL.',
      hidden: ({ queries }) =>
        plural(queries, {
          one: '1 weitere Abfrage wird nicht angezeigt.',
          other: `${count(queries)} weitere Abfragen werden nicht angezeigt.`,
        }),
    },
    rating: {
      ask: 'War diese Antwort hilfreich?',
      removed: 'Ihre Bewertung wurde entfernt.',
      sent: 'Vielen Dank. Ihre Bewertung wurde an Genie gesendet.',
      sentWithComment: 'Vielen Dank. Ihre Bewertung und Ihr Kommentar wurden an Genie gesendet.',
      saved: 'Vielen Dank. Ihre Bewertung wurde gespeichert.',
      savedWithComment: 'Vielen Dank. Ihre Bewertung und Ihr Kommentar wurden gespeichert.',
      commentHint: 'Was war nicht in Ordnung? (optional)',
      sendComment: 'Kommentar senden',
      notSaved: 'Ihre Bewertung konnte nicht gespeichert werden.',
      notSent: 'Ihre Bewertung konnte nicht an Genie gesendet werden.',
    },
    download: {
      open: { csv: 'CSV-Datei öffnen', xlsx: 'Excel-Datei öffnen' },
      content: 'Die Datei enthält alle Zeilen der Tabelle.',
      expires: ({ minutes }) =>
        plural(minutes, {
          one: 'Alle Personen mit diesem Link können die Datei öffnen. Der Link läuft in einer Minute ab.',
          other: `Alle Personen mit diesem Link können die Datei öffnen. Der Link läuft in ${count(minutes)} Minuten ab.`,
        }),
      summary: 'Ihre Datei ist bereit.',
      off: 'Downloads sind nicht mehr verfügbar.',
    },
    pages: {
      notLoaded: ({ reason }) => `Die Zeilen konnten nicht geladen werden. ${reason}`,
      noMoreFromGenie: 'Mehr Zeilen hat Genie nicht zurückgegeben.',
      noMore: 'Es gibt keine weiteren Zeilen.',
    },
    notRecalled: 'Ich kann diese Frage gerade nicht abrufen. Bitte geben Sie sie noch einmal ein.',
    share: {
      shared: {
        channel: 'Im Kanal geteilt.',
        thread: 'Im Thread geteilt.',
        chat: 'Im Chat geteilt.',
      },
      already: 'Bereits geteilt.',
      unsure: {
        channel:
          'Vielleicht habe ich die Antwort schon geteilt, aber ich weiß nicht, ob sie angekommen ist. Bitte sehen Sie im Kanal nach.',
        thread:
          'Vielleicht habe ich die Antwort schon geteilt, aber ich weiß nicht, ob sie angekommen ist. Bitte sehen Sie im Thread nach.',
        chat: 'Vielleicht habe ich die Antwort schon geteilt, aber ich weiß nicht, ob sie angekommen ist. Bitte sehen Sie im Chat nach.',
      },
      refused: {
        channel: 'Im Kanal kann ich nichts posten. Vielleicht hat mich jemand daraus entfernt.',
        thread: 'Im Thread kann ich nichts posten. Vielleicht hat mich jemand daraus entfernt.',
        chat: 'Im Chat kann ich nichts posten. Vielleicht hat mich jemand daraus entfernt.',
      },
    },
  };
}
