import type { guide as english } from './en.ts';

export function guide(): ReturnType<typeof english> {
  return {
    title: 'Como fazer boas perguntas',
    about: ({ space }) => `Sobre “${space}”`,
    lead: 'Pergunte com suas palavras e no seu idioma. Sua pergunta vira uma consulta ao banco de dados: diga o que você diria a um colega que tivesse de escrevê-la.',
    say: {
      title: 'Diga o que você quer ver',
      part: 'Diga',
      example: 'Por exemplo',
      parts: [
        { name: 'o que medir', example: '“receita”, “número de pedidos”' },
        { name: 'como agrupar', example: '“por região”, “por mês”' },
        { name: 'qual período', example: '“em 2026”, “os últimos 12 meses completos”' },
        { name: 'o que incluir ou deixar de fora', example: '“só a Europa”, “sem devoluções”' },
        { name: 'quantos', example: '“os 5 primeiros”' },
        { name: 'em que ordem', example: '“do maior para o menor”' },
      ],
    },
    samples: 'Perguntas para começar',
    better: {
      title: 'Do vago ao claro',
      vague: 'Em vez de',
      clear: 'Pergunte',
      pairs: [
        {
          vague: 'Como estão as vendas?',
          clear: 'Receita por mês nos últimos 12 meses completos',
          why: 'A medida, o agrupamento e o período estão claros.',
        },
        {
          vague: 'Nossos melhores clientes',
          clear: 'Os 10 clientes com maior receita em 2026',
          why: '“Melhores” também poderia ser lucro ou número de pedidos.',
        },
        {
          vague: 'Pedidos recentes',
          clear: 'Pedidos dos últimos 7 dias com cliente, valor e status, os mais novos primeiro',
          why: '“Recentes” não diz desde quando, e um pedido tem muitas colunas.',
        },
        {
          vague: 'Compare este ano com o anterior e encontre as causas da queda',
          clear: 'Receita por região e trimestre de 2025 e 2026',
          why: 'Uma coisa de cada vez: “Qual região caiu mais?” pode vir depois.',
        },
      ],
    },
    followUp: {
      title: 'Continue perguntando',
      text: 'A conversa é lembrada, então poucas palavras bastam: “só a Europa”, “melhor por mês”, “como parte do total”.',
      charts: ({ line, table }) =>
        `Para ver a mesma resposta de outra forma, digite “${line}” ou “${table}”.`,
      newTopic: ({ reset }) =>
        `Para outro assunto, digite “${reset}” primeiro, para que as perguntas anteriores não mudem a resposta.`,
    },
    words: {
      title: 'Use as palavras da sua empresa',
      text: 'Use os termos dos seus relatórios e os nomes como estão nos dados. Se uma palavra tem um sentido especial, diga qual: “ativo significa pelo menos um pedido nos últimos 90 dias”.',
    },
    check: {
      title: 'Confira a resposta',
      text: ({ understanding, sql }) =>
        `A IA erra, e um número errado parece um número certo. “${understanding}” diz como sua pergunta foi lida, “${sql}” mostra a consulta. O período, os filtros e a unidade são os que você queria? Compare com um número que você conhece.`,
      trusted: ({ trusted }) =>
        `“${trusted}” abaixo de uma resposta significa que a consulta foi escrita por pessoas, não pela IA.`,
    },
    askedBack: {
      title: 'Se houver uma pergunta de volta',
      text: 'Sua pergunta podia ter vários sentidos. Responda em poucas palavras ou escolha uma sugestão: não é preciso perguntar de novo.',
    },
    limits: {
      title: 'O que não é possível',
      items: [
        'Prever o futuro: só se encontra o que está nos dados.',
        'Explicar por que algo aconteceu. Dá para mostrar o que mudou e onde: “Quais produtos perderam mais desde o último trimestre?”',
        'Saber o que não está nestes dados: documentos, a web, outros sistemas.',
      ],
    },
    privacy: {
      title: 'Quem pode ver',
      text: 'Suas perguntas são enviadas ao Databricks para serem respondidas. As pessoas que administram estes dados lá talvez possam lê-las. Não inclua senhas nem dados pessoais de que a pergunta não precisa.',
      more: ({ info }) => `Digite “${info}” para ver o que exatamente é enviado.`,
    },
    commands: 'Comandos úteis',
  };
}
