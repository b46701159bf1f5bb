import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer({ plural, count }: Grammar): Texts['answer'] {
  const rows = (number: number) =>
    plural(number, { one: '1 Zeile', other: `${count(number)} Zeilen` });
  return {
    showTable: 'Tabelle anzeigen',
    showChart: 'Diagramm anzeigen',
    showSql: 'SQL anzeigen',
    hideSql: 'SQL ausblenden',
    showUnderstanding: 'So wurde das verstanden',
    hide: 'Ausblenden',
    download: 'Herunterladen',
    more: 'Mehr',
    back: 'Zurück',
    moreRows: 'Weitere Zeilen',
    previousRows: 'Vorherige Zeilen',
    askAgain: 'Erneut fragen',
    askAgainTip: 'Dieselbe Frage noch einmal stellen',
    share: {
      channel: 'Im Kanal teilen',
      thread: 'Im Thread teilen',
      chat: 'Im Chat teilen',
    },
    tryAgain: 'Erneut versuchen',
    approval: {
      ask: ({ tool }) => `Darf ich „${tool}“ verwenden?`,
      askOf: ({ tool, server }) => `Darf ich „${tool}“ von „${server}“ verwenden?`,
      calledWith: 'Damit würde es verwendet:',
      shortened: ({ shown, total }) =>
        `Hier passen nur ${count(shown)} von ${count(total)} Zeichen hin. Was nicht ganz zu lesen ist, lässt sich nicht erlauben.`,
      allow: 'Erlauben',
      deny: 'Nicht erlauben',
      allowed: 'Erlaubt.',
      denied: 'Nicht erlaubt.',
      answered: 'Das haben Sie schon beantwortet.',
      over: 'Die Unterhaltung ist inzwischen weitergegangen, daher lässt sich das nicht beantworten. Bitte fragen Sie noch einmal.',
    },
    thumbs: {
      up: '👍 Hilfreich',
      upTip: 'Diese Antwort war hilfreich',
      down: '👎 Nicht hilfreich',
      downTip: 'Diese Antwort war nicht hilfreich',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: 'Bewertung entfernen',
      removeTip: 'Ihre Bewertung entfernen',
    },

    askNext: 'Als Nächstes fragen',
    startedAnew: {
      space:
        'Das ist eine neue Unterhaltung: Wen Sie vorher gefragt haben, kann ich nicht mehr fragen.',
      mode: 'Dies ist eine neue Unterhaltung: Genie arbeitet jetzt in einem anderen Modus.',
      identity:
        'Dies ist eine neue Unterhaltung: Die vorherige wurde mit anderen Berechtigungen geführt.',
      'conversation-gone':
        'Unsere vorherige Unterhaltung gibt es in Genie nicht mehr. Deshalb ist dies eine neue.',
      idle: 'Die letzte Frage liegt schon etwas zurück. Deshalb ist dies eine neue Unterhaltung.',
    },
    asked: {
      channel: ({ question }) => `Ihre Frage im Kanal: „${question}“`,
      thread: ({ question }) => `Ihre Frage im Thread: „${question}“`,
      chat: ({ question }) => `Ihre Frage im Chat: „${question}“`,
    },
    replyIn: {
      channel: 'Bitte antworten Sie im Kanal.',
      thread: 'Bitte antworten Sie im Thread.',
      chat: 'Bitte antworten Sie im Chat.',
    },
    replyInFor: {
      channel: ({ example }) => `Bitte antworten Sie im Kanal, zum Beispiel: „${example}“.`,
      thread: ({ example }) => `Bitte antworten Sie im Thread, zum Beispiel: „${example}“.`,
      chat: ({ example }) => `Bitte antworten Sie im Chat, zum Beispiel: „${example}“.`,
    },
    empty: 'Genie hat keine Antwort gefunden. Versuchen Sie, Ihre Frage umzuformulieren.',
    hiddenTables: ({ tables }) =>
      plural(tables, {
        one: '1 weitere Tabelle wird nicht angezeigt.',
        other: `${count(tables)} weitere Tabellen werden nicht angezeigt.`,
      }),

    textShortened: 'Der Text wurde gekürzt, damit er in eine Nachricht passt.',
    sqlTooLong: 'Das SQL ist zu lang, um es hier anzuzeigen.',
    sqlShortened: ({ shown, total }) => `SQL gekürzt: ${count(shown)} von ${count(total)} Zeichen.`,

    question: ({ question }) => `„${question}“`,
    rows,
    atLeastRows: (number) => `mindestens ${rows(number)}`,

    summary: {
      table: 'Die Antwort ist eine Tabelle.',
      none: 'Es gibt keine Antwort.',
    },
  };
}
