import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'Databricks lässt von der IP-Adresse dieses Bots keinen Zugriff zu.' },
  permissions: {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er kann die dafür nötigen Daten nicht sehen.',
  },
  'private-link': {
    what: 'Dieser Databricks-Arbeitsbereich ist nur aus seinem privaten Netzwerk erreichbar.',
  },
  scope: {
    what: 'Die Anmeldeinformationen dieses Bots für Databricks schließen Genie nicht ein.',
  },
  'space-access': {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er hat keinen Zugriff auf den Genie-Bereich.',
  },
  'warehouse-access': {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er hat keinen Zugriff auf das SQL-Warehouse.',
  },
  'workspace-access': {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er hat keinen Zugriff auf den Databricks-Arbeitsbereich.',
  },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: {
    what: 'Bei Genie ist ein internes Problem aufgetreten.',
    advice: 'Bitte versuchen Sie es gleich noch einmal.',
  },
  admin: {
    what: 'Genie ist in diesem Arbeitsbereich deaktiviert, oder das Budget ist aufgebraucht.',
  },
  permissions: {
    what: 'Genie hat keinen Zugriff auf die Daten, die für diese Frage nötig sind (Tabellen oder SQL-Warehouse).',
  },
  'workspace-access': {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er hat keinen Zugriff auf den Databricks-Arbeitsbereich.',
  },
  'space-access': {
    what: 'Dieser Bot hat keine Berechtigung, Genie zu verwenden: Er hat keinen Zugriff auf den Genie-Bereich.',
  },
  'warehouse-access': {
    what: 'Genie hat keinen Zugriff auf die Daten, die für diese Frage nötig sind: Das SQL-Warehouse ist nicht freigegeben.',
  },
  warehouse: {
    what: 'Das SQL-Warehouse, das Genie verwendet, ist nicht verfügbar: Es wurde angehalten oder gelöscht, oder sein Kontingent ist überschritten.',
  },
  space: { what: 'Der Genie-Bereich ist nicht richtig eingerichtet.' },
  'too-long': {
    what: 'Diese Unterhaltung ist für Genie zu lang geworden.',
    advice:
      'Geben Sie „neustart“ ein, um eine neue zu beginnen, und fragen Sie nach weniger auf einmal.',
  },
  'sql-too-long': {
    what: 'Die Abfrage, die Genie für diese Frage geschrieben hat, ist zu lang, um sie auszuführen.',
    advice: 'Bitte fragen Sie nach weniger auf einmal.',
  },
  'content-policy': {
    what: 'Genie hat diese Frage aufgrund seiner Inhaltsrichtlinie abgelehnt.',
    advice: 'Bitte formulieren Sie sie um.',
  },
  rephrase: {
    what: 'Genie konnte für diese Frage keine Abfrage schreiben.',
    advice: 'Formulieren Sie sie um: Nennen Sie Kennzahl, Zeitraum und Gruppierung.',
  },
  'query-failed': {
    what: 'Genie hat für diese Frage eine Abfrage geschrieben, aber sie ist fehlgeschlagen.',
    advice: 'Oft hilft es, die Frage umzuformulieren.',
  },
  concurrency: {
    what: 'Genie war in dieser Unterhaltung noch mit einer anderen Frage beschäftigt.',
    advice: 'Bitte versuchen Sie es gleich noch einmal.',
  },
  cancelled: { what: 'Diese Frage wurde in Genie abgebrochen.' },
  'start-anew': {
    what: 'Genie kann diese Unterhaltung nicht fortsetzen.',
    advice: 'Geben Sie „neustart“ ein, um eine neue zu beginnen, und fragen Sie dann noch einmal.',
  },
};
