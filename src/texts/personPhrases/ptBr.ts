import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = [...combine(['', 'endereço de '], ['e-mail', 'email', 'correio eletrônico']), 'mail'];

export const personPhrases: PersonPhrases = {
  code: [
    ...['meu', 'minha', 'o', 'a', 'um', 'este', 'esse', 'é', 'aqui', 'está', 'segue', 'de', 'do'],
    ...['para', 'código', 'senha', 'pin', 'número', 'verificação', 'confirmação', 'segurança'],
    ...['acesso', 'login', 'entrar', 'autenticação', 'uso', 'único', 'olá', 'oi', 'ok', 'sim'],
    ...['obrigado', 'obrigada', 'muito', 'por', 'favor'],
  ],
  greetings: ['olá', 'oi', 'bom dia', 'boa tarde'],
  nameIs: [
    ...combine(['', 'eu '], ['sou'], ['', ' o', ' a']),
    'me chamo',
    'eu me chamo',
    'chamo-me',
    'meu nome é',
    'o meu nome é',
    'nome:',
  ],
  nameEnds: [],
  emailIs: combine(['', 'meu ', 'o meu ', 'o '], email, ['', ' é']),
  and: ['e'],
  ends: ['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'por favor'],
};
