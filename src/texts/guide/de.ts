import type { guide as english } from './en.ts';

export function guide(): ReturnType<typeof english> {
  return {
    title: 'Gute Fragen stellen',
    about: ({ space }) => `Zu „${space}“`,
    lead: 'Fragen Sie in Ihren eigenen Worten und in Ihrer Sprache. Aus Ihrer Frage wird eine Datenbankabfrage: Sagen Sie also, was Sie einer Kollegin sagen würden, die sie schreiben soll.',
    say: {
      title: 'Sagen Sie, was Sie sehen möchten',
      part: 'Sagen Sie',
      example: 'Zum Beispiel',
      parts: [
        { name: 'was gemessen wird', example: '„Umsatz“, „Anzahl der Bestellungen“' },
        { name: 'wonach gegliedert wird', example: '„nach Region“, „pro Monat“' },
        { name: 'welcher Zeitraum', example: '„2026“, „die letzten 12 vollen Monate“' },
        { name: 'was dazugehört und was nicht', example: '„nur Europa“, „ohne Retouren“' },
        { name: 'wie viele', example: '„die ersten 5“' },
        { name: 'in welcher Reihenfolge', example: '„höchste zuerst“' },
      ],
    },
    samples: 'Fragen für den Anfang',
    better: {
      title: 'Von vage zu klar',
      vague: 'Statt',
      clear: 'Besser',
      pairs: [
        {
          vague: 'Wie läuft der Verkauf?',
          clear: 'Umsatz nach Monat für die letzten 12 vollen Monate',
          why: 'Kennzahl, Gliederung und Zeitraum sind genannt.',
        },
        {
          vague: 'Unsere besten Kunden',
          clear: 'Die 10 Kunden mit dem höchsten Umsatz 2026',
          why: '„Beste“ könnte auch Gewinn oder Anzahl der Bestellungen heißen.',
        },
        {
          vague: 'Neueste Bestellungen',
          clear: 'Bestellungen der letzten 7 Tage mit Kunde, Betrag und Status, neueste zuerst',
          why: '„Neueste“ sagt nicht, seit wann, und eine Bestellung hat viele Spalten.',
        },
        {
          vague: 'Vergleiche dieses Jahr mit dem letzten und finde die Gründe für den Rückgang',
          clear: 'Umsatz nach Region und Quartal für 2025 und 2026',
          why: 'Eins nach dem anderen: „Welche Region ist am stärksten gefallen?“ kann danach kommen.',
        },
      ],
    },
    followUp: {
      title: 'Nachfragen',
      text: 'Die Unterhaltung bleibt im Gedächtnis, deshalb reichen wenige Worte: „nur Europa“, „lieber nach Monat“, „als Anteil am Gesamtwert“.',
      charts: ({ line, table }) =>
        `Um dieselbe Antwort anders zu sehen, geben Sie „${line}“ oder „${table}“ ein.`,
      newTopic: ({ reset }) =>
        `Für ein anderes Thema geben Sie zuerst „${reset}“ ein, damit frühere Fragen die Antwort nicht verändern.`,
    },
    words: {
      title: 'Nehmen Sie die Wörter Ihrer Firma',
      text: 'Nehmen Sie die Begriffe Ihrer Berichte, und Namen so, wie sie in den Daten stehen. Hat ein Wort eine besondere Bedeutung, sagen Sie welche: „aktiv heißt mindestens eine Bestellung in den letzten 90 Tagen“.',
    },
    check: {
      title: 'Prüfen Sie die Antwort',
      text: ({ understanding, sql }) =>
        `KI macht Fehler, und eine falsche Zahl sieht aus wie eine richtige. „${understanding}“ sagt, wie Ihre Frage gelesen wurde, „${sql}“ zeigt die Abfrage. Sind Zeitraum, Filter und Einheit so gemeint? Vergleichen Sie mit einer Zahl, die Sie kennen.`,
      trusted: ({ trusted }) =>
        `„${trusted}“ unter einer Antwort heißt: Die Abfrage dazu haben Menschen geschrieben, nicht die KI.`,
    },
    askedBack: {
      title: 'Wenn Sie zurückgefragt werden',
      text: 'Ihre Frage könnte mehreres bedeuten. Antworten Sie in wenigen Worten oder wählen Sie einen Vorschlag: Neu fragen müssen Sie nicht.',
    },
    limits: {
      title: 'Was nicht geht',
      items: [
        'Die Zukunft vorhersagen: Gefunden wird, was in den Daten steht.',
        'Erklären, warum etwas passiert ist. Zeigen lässt sich, was sich wo geändert hat: „Welche Produkte haben seit dem letzten Quartal am meisten verloren?“',
        'Wissen, was nicht in diesen Daten steht: Dokumente, das Internet, andere Systeme.',
      ],
    },
    privacy: {
      title: 'Wer es sehen kann',
      text: 'Ihre Fragen werden an Databricks gesendet und dort beantwortet. Wer diese Daten dort verwaltet, kann sie womöglich lesen. Lassen Sie Passwörter weg, und persönliche Angaben, die die Frage nicht braucht.',
      more: ({ info }) => `Geben Sie „${info}“ ein, um zu sehen, was genau gesendet wird.`,
    },
    commands: 'Nützliche Befehle',
  };
}
