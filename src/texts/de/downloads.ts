import type { Texts } from '../texts.ts';

export function downloads(): Texts['downloads'] {
  return {
    forged: 'Dieser Link ist ungültig. Bitte verwenden Sie die Schaltfläche im Chat.',
    expired:
      'Dieser Link ist abgelaufen. Bitte wählen Sie im Chat noch einmal die Schaltfläche zum Herunterladen.',
    unknown: 'Dieser Download ist nicht mehr verfügbar.',
    busy: 'Gerade werden mehrere Dateien vorbereitet. Bitte versuchen Sie es in einer Minute noch einmal.',
    'one-at-a-time':
      'Eine andere Datei wird gerade für Sie vorbereitet. Bitte versuchen Sie es noch einmal, wenn sie fertig ist.',
    'too-often':
      'Sie haben in kurzer Zeit viele Dateien heruntergeladen. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    'too-large':
      'Diese Tabelle ist zu groß für eine einzige Datei. Versuchen Sie es mit CSV statt Excel oder fragen Sie nach weniger Zeilen.',
    'signed-out':
      'Sie sind nicht mehr angemeldet. Bitte melden Sie sich im Chat wieder an und versuchen Sie es dann noch einmal.',
    'no-access':
      'Sie haben in Databricks keinen Zugriff auf diese Daten, oder Genie hat sie nicht mehr.',
    failed:
      'Die Datei konnte nicht erstellt werden. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  };
}
