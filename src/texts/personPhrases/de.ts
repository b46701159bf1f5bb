import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = ['e-mail', 'email', 'mail', 'e-mail-adresse', 'email-adresse', 'emailadresse'];

export const personPhrases: PersonPhrases = {
  code: [
    ...['mein', 'meine', 'der', 'die', 'das', 'ein', 'es', 'dies', 'ist', 'lautet', 'hier', 'für'],
    ...['fuer', 'zum', 'zur', 'von', 'mir', 'code', 'kode', 'pin', 'nummer', 'ziffern', 'kennwort'],
    ...['anmeldecode', 'einmalcode', 'zugangscode', 'sicherheitscode', 'prüfcode', 'pruefcode'],
    ...[
      'bestätigungscode',
      'bestaetigungscode',
      'verifizierungscode',
      'einmalkennwort',
      'passwort',
    ],
    ...['login', 'anmeldung', 'anmelden', 'einloggen', 'hallo', 'ok', 'okay', 'ja', 'bitte'],
    ...['danke', 'schön', 'schoen', 'vielen', 'dank', 'und'],
  ],
  greetings: ['hallo', 'hi', 'guten tag', 'guten morgen'],
  nameIs: [
    'ich bin',
    'ich heiße',
    'ich heisse',
    'mein name ist',
    'mein name lautet',
    'hier ist',
    'name:',
  ],
  nameEnds: [],
  emailIs: combine(
    ['', 'meine '],
    [...email, 'mailadresse', 'mail-adresse'],
    ['', ' ist', ' lautet'],
  ),
  and: ['und'],
  ends: ['danke', 'danke schön', 'vielen dank', 'bitte'],
};
