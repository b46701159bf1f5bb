import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: 'Sie haben nicht auf alle Daten Zugriff, die für diese Frage nötig sind.',
    advice:
      'Bitte fordern Sie den Zugriff bei den Verantwortlichen für die Daten an oder fragen Sie etwas anderes.',
  },
  'space-access': {
    what: 'Sie haben keinen Zugriff auf diesen Genie-Bereich.',
    advice: 'Die Verantwortlichen des Bereichs können ihn für Sie freigeben.',
  },
  'warehouse-access': {
    what: 'Genie kann das SQL-Warehouse dieses Bereichs nicht verwenden.',
    advice:
      'Das liegt nicht an Ihren Berechtigungen: Die Verantwortlichen des Bereichs müssen ein funktionierendes Warehouse auswählen.',
  },
  'workspace-access': {
    what: 'Sie haben keinen Zugriff auf den Databricks-Arbeitsbereich oder dort auf Databricks SQL.',
    advice: 'Bitte fordern Sie beides bei Ihrem Databricks-Admin an.',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: 'Sie haben keine Berechtigung, diesen Endpunkt zu verwenden.',
    advice: 'Die Verantwortlichen des Endpunkts können Ihnen „CAN QUERY“ geben.',
  },
  'endpoint-not-found': {
    what: 'Diesen Endpunkt gibt es nicht, oder Sie haben keinen Zugriff darauf.',
    advice: 'Die Verantwortlichen des Endpunkts können Ihnen „CAN QUERY“ geben.',
  },
  'genie-forbidden': {
    what: 'Sie haben keine Berechtigung, Genie hier zu verwenden.',
    advice:
      'Dafür brauchen Sie Zugriff auf den Databricks-Arbeitsbereich und dessen Genie-Bereich.',
  },
  'genie-not-found': {
    what: 'Sie haben keinen Zugriff auf diesen Genie-Bereich, oder es gibt ihn nicht mehr.',
    advice: 'Die Verantwortlichen des Bereichs können ihn für Sie freigeben.',
  },
  'genie-sign-in': { what: 'Statt zu antworten, hat Databricks seine Anmeldeseite angezeigt.' },
  'genie-unauthorized': {
    what: 'Databricks hat Ihre Anmeldung nicht akzeptiert.',
    advice:
      'Geben Sie „abmelden“ ein und fragen Sie noch einmal. Wenn das nicht hilft, fordern Sie bei Ihrem Databricks-Admin Zugriff auf den Arbeitsbereich an.',
  },
  'no-space': {
    what: 'Sie haben auf keinen Genie-Bereich Zugriff.',
    advice: 'Die Verantwortlichen eines Bereichs können ihn für Sie freigeben.',
  },
};

const scope: Texts['personFailures']['scope'] = {
  what: 'Ihre Anmeldung schließt den Zugriff auf Genie nicht ein.',
};
