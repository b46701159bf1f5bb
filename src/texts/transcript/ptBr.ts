import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: 'Chat',
    saved: ({ time }) => `Salvo em ${time}`,
    unknownQuestion: 'Esta pergunta não está mais disponível',
    onlyNewest: ({ questions }) =>
      `Este arquivo contém apenas as ${questions} perguntas mais recentes.`,
    nothingAsked: 'Nenhuma pergunta foi feita neste chat ainda.',
    open: 'Esta pergunta ainda estava em andamento quando o chat foi salvo.',
    cancelled: 'Esta pergunta foi cancelada.',
  };
}
