import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table({ count, plural }: Grammar): Texts['table'] {
  const rows = (number: number) =>
    plural(number, { one: '1 Zeile', other: `${count(number)} Zeilen` });
  return {
    notLoaded: 'Die Zeilen dieser Tabelle konnten nicht geladen werden.',
    missing,
    loadAgain: 'Zeilen erneut laden',
    moreRows: 'Weitere Zeilen',
    noneSent: 'Genie hat keine Zeilen dieser Tabelle gesendet.',
    noneReturned: 'Die Abfrage hat keine Zeilen zurückgegeben.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: 'Die Abfrage hat 1 Zeile zurückgegeben, die hier nicht angezeigt werden kann.',
        other: `Die Abfrage hat ${count(total)} Zeilen zurückgegeben, die hier nicht angezeigt werden können.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} von ${rows(total)}`,
    rowsFrom: ({ first, last, total }) =>
      `Zeilen ${count(first)}–${count(last)} von ${count(total)}`,
    someColumns: ({ shown, total }) => `${count(shown)} von ${count(total)} Spalten`,
    shortened: 'Lange Werte sind gekürzt.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'Genie hat nur die erste Zeile zurückgegeben.',
        other: `Genie hat nur die ersten ${count(number)} Zeilen zurückgegeben.`,
      }),
    stoppedAt: (number) => `Genie hat nach ${rows(number)} aufgehört. Die Daten enthalten weitere.`,
    timesAreIn: (zone) => `Zeitzone: ${zone}.`,
  };
}

const missing: Texts['table']['missing'] = {
  'not-loaded': 'Die Zeilen wurden nicht geladen.',
  'not-started': 'Die Abfrage war noch nicht gestartet.',
  'still-running': 'Die Abfrage lief noch.',
  'too-slow': 'Die Abfrage hat zu lange gedauert.',
  failed: 'Die Abfrage ist fehlgeschlagen.',
  cancelled: 'Die Abfrage wurde abgebrochen.',
  expired: 'Das Ergebnis ist abgelaufen.',
  'not-given': 'Genie konnte sie nicht liefern.',
  refused: 'Genie hat die Anforderung abgelehnt.',
  gone: 'Genie hat sie nicht mehr.',
  'too-large': 'Sie sind zu groß, um geladen zu werden.',
  busy: 'Genie konnte sie nicht liefern, weil es gerade überlastet ist.',
  silent: 'Genie konnte sie nicht liefern: Es hat nicht geantwortet.',
  unreachable: 'Genie konnte sie nicht liefern: Ich konnte es nicht erreichen.',
  'turned-off': 'Genie ist in diesem Arbeitsbereich deaktiviert.',
  inactive: 'Der Databricks-Arbeitsbereich ist angehalten oder nicht aktiv.',
  redirected: 'Databricks hat mich an eine andere Adresse verwiesen.',
  'asked-to-sign-in': 'Databricks hat mich aufgefordert, mich anzumelden.',
  'bot-not-accepted': 'Databricks hat die Anmeldeinformationen dieses Bots nicht akzeptiert.',
  'bot-lacks-access': 'Dieser Bot hat keinen Zugriff darauf.',
  'bot-kept-out': 'Databricks lässt diesen Bot nicht hinein.',
  'person-not-accepted': 'Databricks hat Ihre Anmeldung nicht akzeptiert.',
  'person-lacks-access': 'Sie haben keinen Zugriff darauf.',
  'gone-or-no-access': 'Genie hat sie nicht mehr, oder Sie haben keinen Zugriff mehr darauf.',
  'sign-in-page': 'Databricks hat stattdessen seine Anmeldeseite angezeigt.',
  'sign-in-without-genie': 'Ihre Anmeldung schließt den Zugriff auf Genie nicht ein.',
  'lacks-data-access': 'Sie haben nicht auf alle diese Daten Zugriff.',
  'lacks-space-access': 'Sie haben keinen Zugriff auf diesen Genie-Bereich.',
  'lacks-workspace-access': 'Sie haben keinen Zugriff auf den Databricks-Arbeitsbereich.',
  'no-warehouse': 'Genie kann das SQL-Warehouse dieses Bereichs nicht verwenden.',
  'sign-in-expired': 'Ihre Anmeldung ist abgelaufen.',
  'sign-in-mismatch': 'Sie haben sich mit einem anderen Konto angemeldet.',
  'sign-in-refused': 'Databricks akzeptiert Ihr Konto nicht.',
  'sign-in-required': 'Sie müssen sich zuerst anmelden.',
  'sign-in-unavailable': 'Ich konnte den Dienst nicht erreichen, der Ihre Anmeldung verwaltet.',
};
