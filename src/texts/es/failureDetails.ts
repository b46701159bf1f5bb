import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'Databricks no permite el acceso de este bot desde su dirección IP.' },
  permissions: {
    what: 'Este bot no tiene permiso para usar Genie: no puede ver los datos necesarios.',
  },
  'private-link': {
    what: 'Esta área de trabajo de Databricks no permite el acceso desde fuera de su red privada.',
  },
  scope: { what: 'Las credenciales de Databricks de este bot no dan acceso a Genie.' },
  'space-access': {
    what: 'Este bot no tiene permiso para usar Genie: no puede usar el espacio de Genie.',
  },
  'warehouse-access': {
    what: 'Este bot no tiene permiso para usar Genie: no puede usar el almacén de SQL.',
  },
  'workspace-access': {
    what: 'Este bot no tiene permiso para usar Genie: no puede usar el área de trabajo de Databricks.',
  },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: {
    what: 'Genie tuvo un problema interno.',
    advice: 'Vuelve a intentarlo dentro de un momento.',
  },
  admin: { what: 'Genie está desactivado o sin presupuesto en esta área de trabajo.' },
  permissions: {
    what: 'Genie no tiene acceso a los datos necesarios para esta pregunta (las tablas o el almacén de SQL).',
  },
  'workspace-access': {
    what: 'Este bot no tiene permiso para usar Genie: no puede usar el área de trabajo de Databricks.',
  },
  'space-access': {
    what: 'Este bot no tiene permiso para usar Genie: no puede usar el espacio de Genie.',
  },
  'warehouse-access': {
    what: 'Genie no tiene acceso a los datos necesarios para esta pregunta: no puede usar el almacén de SQL.',
  },
  warehouse: {
    what: 'El almacén de SQL que usa Genie no está disponible: está detenido, se eliminó o superó su cuota.',
  },
  space: { what: 'El espacio de Genie no está configurado correctamente.' },
  'too-long': {
    what: 'Esta conversación es ya demasiado larga para Genie.',
    advice: 'Escribe «reiniciar» para iniciar una conversación nueva y pide menos datos cada vez.',
  },
  'sql-too-long': {
    what: 'La consulta de Genie para esta pregunta es demasiado larga para ejecutarse.',
    advice: 'Pide menos datos cada vez.',
  },
  'content-policy': {
    what: 'Genie rechazó esta pregunta por su directiva de contenido.',
    advice: 'Formúlala de otra manera.',
  },
  rephrase: {
    what: 'Genie no pudo escribir una consulta para esta pregunta.',
    advice:
      'Prueba a formularla de otra manera: indica qué medir, en qué período y cómo agruparlo.',
  },
  'query-failed': {
    what: 'Genie escribió una consulta para esta pregunta, pero falló.',
    advice: 'Suele ayudar formular la pregunta de otra manera.',
  },
  concurrency: {
    what: 'Genie aún estaba respondiendo a otra pregunta de esta conversación.',
    advice: 'Vuelve a intentarlo dentro de un momento.',
  },
  cancelled: { what: 'Esta pregunta se canceló en Genie.' },
  'start-anew': {
    what: 'Genie no puede continuar esta conversación.',
    advice: 'Escribe «reiniciar» para iniciar una nueva y vuelve a preguntar.',
  },
};
