import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = [
  'e-mail',
  'email',
  'mail',
  ...combine(['', 'dirección de '], ['correo', 'correo electrónico', 'e-mail', 'email']),
];

export const personPhrases: PersonPhrases = {
  code: [
    ...['mi', 'el', 'la', 'un', 'este', 'esta', 'ese', 'es', 'aquí', 'está', 'tiene', 'de', 'para'],
    ...['código', 'clave', 'contraseña', 'pin', 'número', 'verificación', 'confirmación'],
    ...['seguridad', 'acceso', 'inicio', 'iniciar', 'sesión', 'un', 'solo', 'uso', 'autenticación'],
    ...['hola', 'ok', 'sí', 'gracias', 'muchas', 'por', 'favor'],
  ],
  greetings: ['hola', 'buenos días', 'buenas tardes'],
  nameIs: ['soy', 'yo soy', 'me llamo', 'mi nombre es', 'nombre:'],
  nameEnds: [],
  emailIs: combine(['', 'mi ', 'el '], email, ['', ' es']),
  and: ['y'],
  ends: ['gracias', 'muchas gracias', 'por favor'],
};
