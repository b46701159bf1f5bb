import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar);
  const rows = (number: number) => counted(number, { one: 'fila', other: 'filas' });
  return {
    notLoaded: 'No se pudieron cargar las filas de esta tabla.',
    missing,
    loadAgain: 'Volver a cargar',
    moreRows: 'Más filas',
    noneSent: 'Genie no envió ninguna fila de esta tabla.',
    noneReturned: 'La consulta no devolvió ninguna fila.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: `La consulta devolvió ${rows(total)}, pero no se puede mostrar aquí.`,
        other: `La consulta devolvió ${rows(total)}, pero no se pueden mostrar aquí.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} de ${rows(total)}`,
    rowsFrom: ({ first, last, total }) => `Filas ${count(first)}–${count(last)} de ${count(total)}`,
    someColumns: ({ shown, total }) =>
      `${count(shown)} de ${counted(total, { one: 'columna', other: 'columnas' })}`,
    shortened: 'Los valores largos aparecen abreviados.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'Genie solo devolvió la primera fila.',
        many: `Genie solo devolvió las primeras ${rows(number)}.`,
        other: `Genie solo devolvió las ${count(number)} primeras filas.`,
      }),
    stoppedAt: (number) => `Genie se detuvo en ${rows(number)}; hay más en los datos.`,
    timesAreIn: (zone) => `Zona horaria: ${zone}.`,
  };
}

const missing: Texts['table']['missing'] = {
  'not-loaded': 'Las filas no se cargaron.',
  'not-started': 'La consulta aún no había empezado.',
  'still-running': 'La consulta aún se estaba ejecutando.',
  'too-slow': 'La consulta tardó demasiado.',
  failed: 'La consulta falló.',
  cancelled: 'La consulta se canceló.',
  expired: 'El resultado ha caducado.',
  'not-given': 'Genie no pudo proporcionarlas.',
  refused: 'Genie rechazó la solicitud.',
  gone: 'Genie ya no las tiene.',
  'too-large': 'Son demasiado grandes para cargarlas.',
  busy: 'Genie no pudo proporcionarlas porque está demasiado ocupado en este momento.',
  silent: 'Genie no pudo proporcionarlas porque no respondió.',
  unreachable: 'Genie no pudo proporcionarlas porque no pude conectarme a él.',
  'turned-off': 'Genie está desactivado en esta área de trabajo.',
  inactive: 'El área de trabajo de Databricks está en pausa o inactiva.',
  redirected: 'Databricks me redirigió a otra dirección.',
  'asked-to-sign-in': 'Databricks me pidió que iniciara sesión.',
  'bot-not-accepted': 'Databricks no aceptó las credenciales de este bot.',
  'bot-lacks-access': 'Este bot no tiene acceso a ellas.',
  'bot-kept-out': 'Databricks no permite el acceso a este bot.',
  'person-not-accepted': 'Databricks no aceptó tu inicio de sesión.',
  'person-lacks-access': 'No tienes acceso a ellas.',
  'gone-or-no-access': 'Genie ya no las tiene, o ya no tienes acceso a ellas.',
  'sign-in-page': 'Databricks mostró en su lugar su página de inicio de sesión.',
  'sign-in-without-genie': 'Tu inicio de sesión no da acceso a Genie.',
  'lacks-data-access': 'No tienes acceso a todos estos datos.',
  'lacks-space-access': 'No tienes acceso a este espacio de Genie.',
  'lacks-workspace-access': 'No tienes acceso al área de trabajo de Databricks.',
  'no-warehouse': 'Genie no puede usar el almacén de SQL de este espacio.',
  'sign-in-expired': 'Tu sesión expiró.',
  'sign-in-mismatch': 'Iniciaste sesión con otra cuenta.',
  'sign-in-refused': 'Databricks no acepta tu cuenta.',
  'sign-in-required': 'Primero tienes que iniciar sesión.',
  'sign-in-unavailable': 'No pude conectarme al servicio que guarda tu inicio de sesión.',
};
