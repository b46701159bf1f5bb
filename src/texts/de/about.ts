import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: 'Über diesen Bot',
      source: 'Quelle der Antworten',
      demo: 'Demo-Arbeitsbereich mit erfundenen Verkaufsdaten, ohne KI',
      sent: 'An Genie gesendet',
      sentToEndpoint: 'An den Endpunkt gesendet',
      history: 'was in der Unterhaltung zuvor gesagt wurde',
      question: 'Ihre Frage',
      email: 'Ihre E-Mail-Adresse',
      ratings: 'Ihre Bewertungen',
      newConversation: 'Neue Unterhaltung',
      afterIdle: ({ hours }) =>
        hours === 1
          ? 'nach einer Stunde Inaktivität'
          : `nach ${decimal(hours)} Stunden Inaktivität`,
      contact: 'Kontakt',
      version: 'Version',
      summary: ({ source }) => `Quelle der Antworten: ${source}.`,
    },
    whoami: {
      title: 'Das sind Sie',
      summary: 'Wer Sie sind',
      name: 'Name',
      email: 'E-Mail',
      unverifiedEmail: 'E-Mail (nicht überprüft)',
      sources: {
        teams: 'Aus Ihrem Teams-Profil.',
        page: 'Aus Ihrer Anmeldung auf dieser Seite.',
        'self-declared': 'In diesem Chat angegeben, nicht überprüft.',
      },
      unknown: 'Ich kenne weder Ihren Namen noch Ihre E-Mail-Adresse.',
      signedInAs: 'Angemeldet als',
      notSignedIn: 'Sie sind nicht angemeldet. Geben Sie „anmelden“ ein, um sich anzumelden.',
      separate: 'Ihre Unterhaltungen mit Genie sind von denen aller anderen getrennt.',
    },
    email: {
      ask: 'Wie lautet Ihre E-Mail-Adresse? Sie können auch Ihren Namen angeben: „Ada Lovelace <ada@example.com>“. Ich kann die Adresse nicht überprüfen und kennzeichne sie deshalb als nicht überprüft.',
    },
    signIn: {
      needless:
        'Sie müssen sich nicht anmelden: Genie antwortet mit den Berechtigungen dieses Bots.',
      elsewhere:
        'Bitte melden Sie sich in einem persönlichen Chat an: Öffnen Sie einen Chat mit mir und geben Sie „anmelden“ ein.',
      already: ({ name }) =>
        name ? `Sie sind bereits als ${name} angemeldet.` : 'Sie sind bereits angemeldet.',
    },
  };
}
