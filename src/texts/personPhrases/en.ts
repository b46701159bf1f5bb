import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = combine(['email', 'e-mail'], ['', ' address']);

export const personPhrases: PersonPhrases = {
  code: [
    ...['a', 'the', 'this', 'that', 'my', 'your', 'it', 's', 'its', 'is', 'in', 'for', 'here'],
    ...['code', 'passcode', 'password', 'pin', 'otp', 'number', 'digits', 'one', 'time'],
    ...['log', 'login', 'sign', 'signin', 'verification', 'confirmation', 'security', 'access'],
    ...['hi', 'hello', 'ok', 'okay', 'yes', 'please', 'thank', 'thanks', 'you'],
  ],
  greetings: ['hi', 'hello', 'hey'],
  nameIs: ['i am', "i'm", 'my name is', "my name's", 'this is', 'name:'],
  nameEnds: [],
  emailIs: combine(['', 'my '], email, ['', ' is']),
  and: ['and'],
  ends: ['thanks', 'thank you', 'please'],
};
