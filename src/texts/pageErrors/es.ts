import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'es',
    errorTitle: 'El chat no está disponible',
    signInTitle: 'Iniciar sesión',
    signInLink: 'Iniciar sesión',
    'signed-out': 'Para consultar tus datos, inicia sesión con tu cuenta profesional.',
    off: 'Aquí no hay ninguna página de chat. Tu administrador puede activarla.',
    foreign: 'Solo la propia página del chat puede hacer eso. Abre el chat en una pestaña propia.',
    'not-found': 'No hay nada en esta dirección.',
    gone: 'Eso ya no existe.',
    'wrong-method': 'Eso no se puede hacer en esta dirección.',
    'bad-request': 'Esa solicitud no tiene sentido. Vuelve a cargar la página.',
    busy: 'Eso todavía está en curso. Inténtalo de nuevo en un momento.',
    unavailable: 'Ahora mismo no se puede acceder al chat. Inténtalo de nuevo en un momento.',
    failed: 'Algo ha fallado. Inténtalo de nuevo.',
  };
}
