import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps({ plural, count }: Grammar): Texts['firstSteps'] {
  return {
    welcome: {
      title: 'Hallo!',
      offer: ({ space }) =>
        `Stellen Sie mir in Ihren eigenen Worten Fragen zu ${space ? `„${space}“` : 'den Daten Ihres Unternehmens'}. Databricks Genie antwortet mit einer Tabelle und dem zugehörigen SQL.`,
      offerEndpoint: ({ endpoint }) =>
        `Fragen Sie mich in Ihren eigenen Worten, was „${endpoint}“ beantworten kann.`,
      summary: ({ offer }) => `Hallo! ${offer}`,
      demo: 'Dies ist eine Demo mit erfundenen Verkaufsdaten.',
      more: 'Geben Sie „hilfe“ ein, um zu sehen, was ich noch kann.',
    },
    help: {
      title: 'So fragen Sie',
      how: 'Stellen Sie eine Frage in Ihren eigenen Worten und fragen Sie dann nach: „und nach Region?“. Die besten Antworten erhalten Sie, wenn Sie Kennzahl, Zeitraum und Gruppierung nennen.',
      commands: 'Das können Sie auch eingeben',
      charts: ({ line, table }) =>
        `Um Ihre letzte Antwort anders darzustellen, geben Sie zum Beispiel „${line}“ oder „${table}“ ein.`,
      all: 'Alle Befehle',
      contact: ({ contact }) => `Stimmt etwas nicht? Wenden Sie sich an ${contact}.`,
    },
    mention: ({ name }) =>
      `Beginnen Sie jede Nachricht mit ${name}. Andere Nachrichten sehe ich hier nicht.`,
    didYouMean: {
      ask: ({ command }) => `Meinten Sie „${command}“?`,
      askGenie: ({ words }) => `Fragen: „${words}“`,
    },
    edited: {
      offer: ({ question }) =>
        `Sie haben eine Frage bearbeitet, die ich bereits gesendet hatte. Soll ich die geänderte Frage stellen: „${question}“?`,
      ask: 'Geänderte Frage stellen',
    },
    unknownButton:
      'Diese Schaltfläche kenne ich nicht. Vielleicht gehört sie zu einer älteren Nachricht. Bitte geben Sie Ihre Frage ein.',
    noFiles: 'Dateien, Bilder und Aufnahmen kann ich nicht lesen. Bitte geben Sie Ihre Frage ein.',
    adminsOnly: {
      change: 'Nur Admins dieses Bots können das ändern.',
      status: 'Nur Admins dieses Bots können seinen Status sehen.',
    },
    spaces: {
      one: 'Ein Genie-Bereich ist verfügbar',
      several: 'Wozu Sie Fragen stellen können',
      untitled: 'Bereich ohne Titel',
      use: 'Bereich verwenden',
      useInChannel: 'Für diesen Kanal verwenden',
      hidden: ({ spaces }) =>
        plural(spaces, {
          one: '1 weiterer Bereich wird nicht angezeigt.',
          other: `${count(spaces)} weitere Bereiche werden nicht angezeigt.`,
        }),
      gone: 'Dieser Bereich ist nicht mehr verfügbar.',
      setForChannel:
        'Erledigt. Neue Unterhaltungen in diesem Kanal verwenden diesen Bereich, sofern niemand einen anderen auswählt.',
      switched: ({ title }) =>
        `Sie verwenden jetzt „${title}“. Mit Ihrer nächsten Frage beginnt eine neue Unterhaltung.`,
      alreadyThere: ({ title }) =>
        `Sie verwenden „${title}“ bereits. Ihre Unterhaltung geht weiter.`,
    },
  };
}
