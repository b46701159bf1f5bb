import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: 'Das hat nicht geklappt.',
    silence: ({ duration }) => `Genie hat ${duration} lang nicht geantwortet.`,
    contact: ({ contact }) =>
      `Bitte wenden Sie sich an ${contact} und geben Sie die Fehler-ID unten an.`,
    contactAdmin: 'Bitte wenden Sie sich an Ihren Admin und geben Sie die Fehler-ID unten an.',
    contactWithThisId: ({ contact }) =>
      `Bitte wenden Sie sich an ${contact} und geben Sie diese Fehler-ID an.`,
    errorId: ({ errorId }) => `Fehler-ID: ${errorId}`,
    errorIdAtEnd: ({ errorId }) => `(Fehler-ID: ${errorId})`,
    tryAgain: 'Erneut versuchen',
    showTheAnswer: 'Antwort anzeigen',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': {
    what: 'Diese Antwort habe ich nicht mehr.',
    advice: 'Bitte fragen Sie noch einmal.',
  },
  'bad-request': {
    what: 'Ich konnte diese Frage nicht verarbeiten.',
    advice: 'Bitte stellen Sie sie noch einmal als reinen Text.',
  },
  'chat-deleted': {
    what: 'Dieser Chat wurde gelöscht.',
    advice: 'Bitte beginnen Sie einen neuen.',
  },
  'cleared-by-admin': { what: 'Ein Admin hat diese Frage aus der Warteschlange entfernt.' },
  'cancelled-by-asker': { what: 'Sie haben diese Frage abgebrochen.' },
  config: { what: 'Dieser Bot ist noch nicht vollständig eingerichtet.' },
  'conversation-closed': {
    what: 'Genie kann unsere Unterhaltung nicht fortsetzen.',
    advice: 'Wenn Sie erneut fragen, beginnt eine neue.',
  },
  'conversation-gone': {
    what: 'Unsere Unterhaltung gibt es in Genie nicht mehr.',
    advice: 'Wenn Sie erneut fragen, beginnt eine neue.',
  },
  'delivery-unsure': {
    what: 'Ich habe die Antwort gesendet, weiß aber nicht, ob sie angekommen ist.',
    advice: 'Wenn Sie sie oben nicht sehen, kann ich sie noch einmal anzeigen.',
  },
  'endpoint-busy': {
    what: 'Dieser Endpunkt nimmt im Moment keine weiteren Fragen an, weil sein Limit erreicht ist.',
    advice: 'Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  'endpoint-cut-off': {
    what: 'Die Antwort ist vor ihrem Ende abgebrochen.',
    advice: 'Bitte versuchen Sie es noch einmal.',
  },
  'endpoint-declined': {
    what: 'Dieser Endpunkt hat die Frage nicht angenommen.',
    advice: 'Bitte kürzen Sie sie oder formulieren Sie sie anders.',
  },
  'endpoint-failed': {
    what: 'Dieser Endpunkt konnte die Frage nicht beantworten.',
    advice: 'Vielleicht hilft es, sie anders zu formulieren.',
  },
  'endpoint-forbidden': {
    what: 'Dieser Bot hat keine Berechtigung, diesen Endpunkt zu verwenden.',
    advice: 'Wer für den Endpunkt zuständig ist, muss ihm „Kann abfragen“ (Can Query) gewähren.',
  },
  'endpoint-not-found': { what: 'Dieser Endpunkt wurde nicht gefunden oder ist ausgeschaltet.' },
  'endpoint-starting': {
    what: 'Dieser Endpunkt startet noch.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'endpoint-timeout': {
    what: 'Dieser Endpunkt hat zu lange für die Antwort gebraucht.',
    advice: 'Enger gefasste Fragen werden oft schneller beantwortet.',
  },
  'endpoint-unsure': {
    what: 'Sie haben es erlaubt, aber ich kann nicht sagen, ob es ausgeführt wurde.',
    advice: 'Bitte prüfen Sie das, bevor Sie noch einmal darum bitten.',
  },
  'genie-bad-response': {
    what: 'Genie hat eine Antwort gesendet, die ich nicht verstehen konnte.',
    advice: 'Bitte versuchen Sie es gleich noch einmal.',
  },
  'genie-cancelled': { what: 'Diese Frage wurde in Genie abgebrochen.' },
  'genie-declined': {
    what: 'Genie hat diese Frage nicht angenommen.',
    advice: 'Bitte kürzen Sie sie oder formulieren Sie sie um.',
  },
  'genie-disabled': {
    what: 'Genie oder eine dafür nötige Funktion ist in diesem Databricks-Arbeitsbereich deaktiviert.',
  },
  'genie-failed': {
    what: 'Genie konnte diese Frage nicht beantworten.',
    advice: 'Oft hilft es, sie umzuformulieren.',
  },
  'genie-forbidden': { what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden.' },
  'genie-inactive': {
    what: 'Genie oder der zugehörige Databricks-Arbeitsbereich ist angehalten oder nicht aktiv.',
  },
  'genie-not-found': {
    what: 'Der Genie-Bereich für diesen Bot wurde nicht gefunden, oder der Bot hat keinen Zugriff darauf.',
  },
  'genie-redirected': {
    what: 'Statt zu antworten, hat Databricks mich an eine andere Adresse verwiesen.',
  },
  'genie-sign-in': {
    what: 'Statt zu antworten, hat Databricks mich aufgefordert, mich anzumelden.',
  },
  'genie-throttled': {
    what: 'Genie nimmt im Moment keine weiteren Fragen an, weil das Limit erreicht ist.',
    advice: 'Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  'genie-timeout': {
    what: 'Genie hat zu lange für die Antwort gebraucht.',
    advice:
      'Wenn die Antwort doch noch eintrifft, sende ich sie hier. Enger gefasste Fragen, etwa zu einem Monat oder einer Region, werden oft schneller beantwortet.',
  },
  'genie-unauthorized': {
    what: 'Databricks hat die Anmeldeinformationen dieses Bots nicht akzeptiert.',
  },
  'genie-unavailable': {
    what: 'Genie ist gerade ausgelastet oder nicht verfügbar.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'genie-unreachable': {
    what: 'Ich konnte Databricks nicht erreichen.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'identity-changed': {
    what: 'Diese Frage wurde mit anderen Berechtigungen gestellt, als Sie hier jetzt haben. Deshalb kann ich sie nicht mehr verwenden.',
    advice: 'Bitte fragen Sie noch einmal.',
  },
  internal: {
    what: 'Bei uns ist etwas schiefgegangen.',
    advice: 'Bitte versuchen Sie es noch einmal.',
  },
  'no-space': { what: 'Dieser Bot hat auf keinen Genie-Bereich Zugriff.' },
  'secret-unavailable': {
    what: 'Dieser Bot konnte seine Anmeldeinformationen für Databricks nicht abrufen.',
  },
  'sign-in-expired': {
    what: 'Ihre Anmeldung ist abgelaufen, bevor die Antwort da war.',
    advice: 'Bitte fragen Sie noch einmal.',
  },
  'sign-in-late': {
    what: 'Ihre Anmeldung kam nicht innerhalb von 15 Minuten. Deshalb habe ich Genie nicht gefragt.',
    advice: 'Bitte fragen Sie noch einmal.',
  },
  'sign-in-mismatch': {
    what: 'Sie haben sich mit einem anderen Konto angemeldet als dem, das Sie hier verwenden. Deshalb habe ich Sie abgemeldet.',
    advice:
      'Bitte fragen Sie noch einmal und melden Sie sich mit dem Konto an, das Sie hier verwenden.',
  },
  'sign-in-refused': {
    what: 'Databricks akzeptiert Ihr Konto nicht.',
    advice: 'Vielleicht ist es dort noch nicht bekannt.',
  },
  'sign-in-replaced': {
    what: 'Sie haben vor der Anmeldung eine neuere Frage gestellt. Deshalb habe ich diese nicht gestellt.',
  },
  'sign-in-required': {
    what: 'Genie antwortet mit Ihren Databricks-Berechtigungen. Deshalb müssen Sie sich zuerst anmelden.',
    advice:
      'Geben Sie in unserem persönlichen Chat „anmelden“ ein und fragen Sie dann noch einmal.',
  },
  'sign-in-unavailable': {
    what: 'Ich konnte den Dienst nicht erreichen, der Ihre Anmeldung verwaltet.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  storage: {
    what: 'Ich konnte meinen Stand nicht speichern.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'too-busy': {
    what: 'Es warten zu viele Fragen, deshalb konnte ich diese nicht annehmen.',
    advice: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'too-large': {
    what: 'Dieses Ergebnis ist zu groß, um es zu laden.',
    advice: 'Bitte fragen Sie nach weniger Zeilen oder Spalten.',
  },
  undeliverable: {
    what: 'Die Antwort war fertig, aber ich konnte sie hier nicht zustellen.',
    advice: 'Bitte versuchen Sie es gleich noch einmal.',
  },
};
