import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations({ plural, count }: Grammar): Texts['conversations'] {
  return {
    history: {
      title: 'Ihre Unterhaltungen hier',
      none: 'Sie haben hier noch keine Unterhaltungen.',
      questions: ({ questions }) =>
        plural(questions, { one: '1 Frage', other: `${count(questions)} Fragen` }),
      current: 'aktuell',
      older: ({ conversations }) =>
        plural(conversations, {
          one: '1 ältere Unterhaltung wird nicht angezeigt.',
          other: `${count(conversations)} ältere Unterhaltungen werden nicht angezeigt.`,
        }),
      continue: 'Fortsetzen',
      continueTip: ({ title }) => `Fortsetzen: ${title}`,
      delete: 'Löschen',
      deleteTip: ({ title }) => `Löschen: ${title}`,
      confirmDelete:
        'Diese Unterhaltung löschen? Sie wird auch in Genie gelöscht. Das lässt sich nicht rückgängig machen.',
      confirmDeleteHere: 'Diese Unterhaltung löschen? Das lässt sich nicht rückgängig machen.',
    },
    continuing: ({ title }) => `Die Unterhaltung „${title}“ wird fortgesetzt.`,
    deleted: ({ title }) =>
      `Die Unterhaltung „${title}“ wurde in Genie und in Ihrem Verlauf gelöscht.`,
    deletedHere: ({ title }) => `Die Unterhaltung „${title}“ wurde in Ihrem Verlauf gelöscht.`,
    stillAnswering: 'Ich antworte in dieser Unterhaltung noch. Geben Sie zuerst „abbrechen“ ein.',
    notThere: 'Diese Unterhaltung gibt es nicht mehr, oder sie gehört jemand anderem.',
    startingNew: 'Erledigt. Mit Ihrer nächsten Frage beginnt eine neue Unterhaltung.',
    untitled: ({ date }) => `Chat vom ${date}`,
    unread: 'Diese Antwort lässt sich gerade nicht anzeigen.',
    deleteAll: {
      confirmHere:
        'Alle Ihre Unterhaltungen hier löschen und sich abmelden? Das lässt sich nicht rückgängig machen.',
      confirm:
        'Alle Ihre Unterhaltungen hier löschen und sich abmelden? Dabei werden sie auch in Genie gelöscht. Das lässt sich nicht rückgängig machen.',
      button: 'Löschen und abmelden',
    },
    cancel: {
      stopped: ({ questions }) =>
        plural(questions, {
          one: 'Abgebrochen.',
          other: `Ihre ${count(questions)} Fragen wurden abgebrochen.`,
        }),
      notSent: ({ questions }) =>
        plural(questions, {
          one: 'Abgebrochen. Ihre Frage wurde noch nicht an Genie gesendet.',
          other: `Abgebrochen. Ihre ${count(questions)} Fragen wurden noch nicht an Genie gesendet.`,
        }),
      sent: ({ questions }) =>
        plural(questions, {
          one: 'Ich warte nicht länger auf die Antwort. Vielleicht beantwortet Genie Ihre Frage noch im Hintergrund. Mit Ihrer nächsten Frage beginnt eine neue Unterhaltung.',
          other: `Ich warte nicht länger auf die Antworten. Vielleicht beantwortet Genie Ihre ${count(questions)} Fragen noch im Hintergrund. Mit Ihrer nächsten Frage beginnt eine neue Unterhaltung.`,
        }),
      someSent: ({ questions, asked }) =>
        `Ich warte nicht länger auf die Antworten auf Ihre ${count(questions)} Fragen. ${plural(
          asked,
          {
            one: 'Eine davon liegt Genie bereits vor und wird vielleicht noch im Hintergrund beantwortet.',
            other: `${count(asked)} davon liegen Genie bereits vor und werden vielleicht noch im Hintergrund beantwortet.`,
          },
        )} Mit Ihrer nächsten Frage beginnt eine neue Unterhaltung.`,
      tooLate: 'Zum Abbrechen ist es zu spät. Die Antwort ist schon unterwegs.',
      nothing: 'Es gibt nichts abzubrechen. Keine Ihrer Fragen ist in Bearbeitung.',
    },
  };
}
