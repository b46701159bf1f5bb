import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'de',
    errorTitle: 'Der Chat ist nicht verfügbar',
    signInTitle: 'Anmelden',
    signInLink: 'Anmelden',
    'signed-out': 'Um Ihre Daten zu befragen, melden Sie sich bitte mit Ihrem Geschäftskonto an.',
    off: 'Hier gibt es keine Chatseite. Ihre Administration kann sie einschalten.',
    foreign:
      'Das kann nur die Seite des Chats selbst. Bitte öffnen Sie den Chat in einem eigenen Tab.',
    'not-found': 'Unter dieser Adresse gibt es nichts.',
    gone: 'Das gibt es nicht mehr.',
    'wrong-method': 'Das geht unter dieser Adresse nicht.',
    'bad-request': 'Diese Anfrage ergibt keinen Sinn. Bitte laden Sie die Seite neu.',
    busy: 'Das läuft noch. Bitte versuchen Sie es gleich noch einmal.',
    unavailable: 'Der Chat ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    failed: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  };
}
