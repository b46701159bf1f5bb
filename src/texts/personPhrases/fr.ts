import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = [
  ...combine(['', 'adresse '], ['e-mail', 'email', 'mail', 'électronique', 'courriel']),
  'adresse de messagerie',
];

export const personPhrases: PersonPhrases = {
  code: [
    ...['mon', 'ma', 'le', 'la', 'l', 'un', 'ce', 'c', 'est', 'voici', 'voilà', 'ici', 'de', 'd'],
    ...['pour', 'me', 'se', 'code', 'pin', 'mot', 'passe', 'numéro', 'connexion', 'connecter'],
    ...['vérification', 'confirmation', 'validation', 'sécurité', 'accès', 'authentification'],
    ...['identification', 'usage', 'unique', 'à', 'bonjour', 'ok', 'oui', 'merci', 'beaucoup'],
    ...['s', 'il', 'te', 'vous', 'plaît', 'svp', 'stp'],
  ],
  greetings: ['bonjour', 'salut', 'bonsoir'],
  nameIs: ['je suis', "je m'appelle", 'mon nom est', "moi c'est", "moi, c'est", 'nom:'],
  nameEnds: [],
  emailIs: combine(['', 'mon ', "l'"], email, ['', ' est', " c'est"]),
  and: ['et'],
  ends: ['merci', 'merci beaucoup', "s'il vous plaît", "s'il te plaît"],
};
