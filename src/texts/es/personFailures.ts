import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: 'No tienes acceso a todos los datos necesarios para esta pregunta.',
    advice: 'Pide acceso al propietario de los datos o pregunta sobre otra cosa.',
  },
  'space-access': {
    what: 'No tienes acceso a este espacio de Genie.',
    advice: 'Su propietario puede compartirlo contigo.',
  },
  'warehouse-access': {
    what: 'Genie no puede usar el almacén de SQL de este espacio.',
    advice:
      'No se debe a tus permisos: el propietario del espacio tiene que elegir un almacén que funcione.',
  },
  'workspace-access': {
    what: 'No tienes acceso al área de trabajo de Databricks o, en ella, a Databricks SQL.',
    advice: 'Pide ambos accesos a tu administrador de Databricks.',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: 'No tienes permiso para usar este punto de conexión.',
    advice: 'Su propietario puede darte «CAN QUERY».',
  },
  'endpoint-not-found': {
    what: 'Este punto de conexión no existe, o no tienes acceso a él.',
    advice: 'Su propietario puede darte «CAN QUERY».',
  },
  'genie-forbidden': {
    what: 'No tienes permiso para usar Genie aquí.',
    advice: 'Necesitas acceso al área de trabajo de Databricks y a su espacio de Genie.',
  },
  'genie-not-found': {
    what: 'No tienes acceso a este espacio de Genie, o ya no existe.',
    advice: 'Su propietario puede compartirlo contigo.',
  },
  'genie-sign-in': {
    what: 'En lugar de responder, Databricks mostró su página de inicio de sesión.',
  },
  'genie-unauthorized': {
    what: 'Databricks no aceptó tu inicio de sesión.',
    advice:
      'Escribe «cerrar sesión» y vuelve a preguntar. Si no funciona, pide a tu administrador de Databricks acceso al área de trabajo.',
  },
  'no-space': {
    what: 'No tienes acceso a ningún espacio de Genie.',
    advice: 'El propietario de un espacio puede compartirlo contigo.',
  },
};

const scope: Texts['personFailures']['scope'] = {
  what: 'Tu inicio de sesión no da acceso a Genie.',
};
