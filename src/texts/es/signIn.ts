import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function signIn(grammar: Grammar): Texts['signIn'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const minutes = (number: number) => counted(number, { one: 'minuto', other: 'minutos' });
  return {
    withYourRights: 'Genie responde con tus permisos de Databricks.',
    withBotRights:
      'Genie responde con los permisos de este bot, que son los mismos para todo el mundo.',
    card: {
      button: 'Iniciar sesión',
      ask: 'Inicia sesión. Genie responde con tus permisos de Databricks.',
      summary: 'Inicia sesión para que Genie pueda responder con tus permisos de Databricks.',
      question: ({ question }) =>
        `En cuanto inicies sesión, responderé a tu pregunta: «${question}». Si lo haces en los próximos 15 minutos, no tendrás que volver a escribirla.`,
      replaced: 'Esta pregunta sustituye a la anterior.',
      code: 'Si la página muestra un código de seis dígitos, escríbelo aquí.',
    },
    again: {
      expired: 'Tu sesión ha expirado.',
      failed: 'No se pudo iniciar sesión.',
      'wrong-codes':
        'Ese código tampoco era correcto, así que este es un inicio de sesión nuevo, con un código nuevo.',
      'other-account':
        'Iniciaste sesión con una cuenta distinta de la que usas aquí, así que cerré esa sesión. Inicia sesión con la cuenta que usas aquí.',
    },
    signInAs: ({ account }) =>
      `Iniciaste sesión con una cuenta distinta de la que usas aquí, así que cerré esa sesión. Inicia sesión como ${account}.`,
    first: {
      answerThere: 'Primero, inicia sesión en nuestro chat privado; responderé allí.',
      answerHere: 'Primero, inicia sesión en nuestro chat privado; después responderé aquí.',
      openChat: 'Abre un chat conmigo y escribe «iniciar sesión» en los próximos 15 minutos.',
    },
    done: {
      as: ({ name }) => `Has iniciado sesión como ${name}.`,
      unnamed: 'Has iniciado sesión.',
      asking: 'Ahora envío tu pregunta…',
      tooLate: 'Tu pregunta esperó más de 15 minutos, así que vuelve a hacerla.',
      whatNext: '¿Qué te gustaría saber?',
    },
    code: {
      wrong: ({ triesLeft }) => {
        const tries = counted(triesLeft, { one: 'intento', other: 'intentos' });
        return plural(triesLeft, {
          one: `El código no es correcto. Compruébalo y vuelve a escribirlo: te queda ${tries}.`,
          other: `El código no es correcto. Compruébalo y vuelve a escribirlo: te quedan ${tries}.`,
        });
      },
      wrongAtLast:
        'Ese código tampoco es correcto, así que este inicio de sesión ha terminado. Escribe «iniciar sesión» para empezar otro.',
      tooMany: (number) =>
        `Son demasiados códigos incorrectos. Vuelve a intentarlo dentro de ${minutes(number)}.`,
      contested: (number) =>
        `Otro chat espera el mismo inicio de sesión, así que no puedo saber a cuál de los dos correspondía. Escribe «iniciar sesión» dentro de ${minutes(number)}.`,
      over: 'Este inicio de sesión ha terminado. Escribe «iniciar sesión» para empezar otro.',
      late: 'Este inicio de sesión tardó más de 15 minutos. Escribe «iniciar sesión» para empezar otro.',
      unexpected: 'No estoy esperando ningún código. Escribe «iniciar sesión» para obtener uno.',
    },
    failed: {
      notSetUp: 'El inicio de sesión no está configurado correctamente en este bot.',
      notDone: 'Microsoft Teams no pudo completar tu inicio de sesión.',
      consent: 'Selecciona «Iniciar sesión» en la tarjeta y acepta lo que te pida Microsoft.',
      interaction:
        'Selecciona «Iniciar sesión» en la tarjeta: Microsoft necesita preguntarte algo antes.',
      otherwise: 'Si no funciona, escribe «iniciar sesión».',
    },
    signedOut:
      'Has cerrado sesión y tus vínculos de descarga ya no funcionan. Te pediré que inicies sesión la próxima vez que hagas una pregunta.',
    wasSignedOut:
      'No habías iniciado sesión. Te pediré que lo hagas la próxima vez que hagas una pregunta.',
  };
}
