import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: 'Chat',
    saved: ({ time }) => `Guardado el ${time}`,
    unknownQuestion: 'Esta pregunta ya no está disponible',
    onlyNewest: ({ questions }) =>
      `Este archivo solo contiene las ${questions} preguntas más recientes.`,
    nothingAsked: 'Todavía no se ha hecho ninguna pregunta en este chat.',
    open: 'Esta pregunta aún estaba en curso cuando se guardó el chat.',
    cancelled: 'Esta pregunta se canceló.',
  };
}
