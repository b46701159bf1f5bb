import type { Texts } from '../texts.ts';

export function downloads(): Texts['downloads'] {
  return {
    forged: 'Este vínculo no es válido. Usa el botón del chat.',
    expired: 'Este vínculo ha expirado. Vuelve a seleccionar el botón de descarga en el chat.',
    unknown: 'Esta descarga ya no está disponible.',
    busy: 'Se están preparando varios archivos en este momento. Vuelve a intentarlo dentro de un minuto.',
    'one-at-a-time':
      'Ya se está preparando otro archivo tuyo. Vuelve a intentarlo cuando esté listo.',
    'too-often':
      'Has descargado muchos archivos en poco tiempo. Espera un minuto y vuelve a intentarlo.',
    'too-large':
      'Esta tabla es demasiado grande para un solo archivo. Prueba con CSV en lugar de Excel o pide menos filas.',
    'signed-out':
      'Tu sesión ya no está iniciada. Vuelve a iniciar sesión en el chat e inténtalo de nuevo.',
    'no-access': 'No tienes acceso a estos datos en Databricks, o Genie ya no los tiene.',
    failed: 'No se pudo crear el archivo. Vuelve a intentarlo dentro de unos minutos.',
  };
}
