import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function subscriptions(grammar: Grammar): Texts['subscriptions'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const subscriptionsOf = (number: number) =>
    counted(number, { one: 'assinatura', other: 'assinaturas' });
  return {
    example: 'assinar todo dia útil às 9:00: receita por região de ontem',
    buttons: {
      subscribe: 'Assinar',
      subscribeTip: 'Receber regularmente a resposta a esta pergunta',
      save: 'Salvar',
      pause: 'Pausar',
      resume: 'Retomar',
      change: 'Alterar',
      unsubscribe: 'Cancelar assinatura',
      toChannel: 'Publicar no canal',
      condition: 'Adicionar condição',
    },
    tip: ({ button, question }) => `${button}: ${question}`,
    form: {
      title: 'Assinar esta resposta',
      change: 'Alterar esta assinatura',
      every: 'Frequência',
      time: ({ timeZone }) => `Horário (${timeZone})`,
      only: 'Mostrar a resposta',
      figure: 'Número',
      amount: 'Valor',
      asNow: ({ now }) => `Como está: ${now}`,
      days: {
        day: 'Todo dia',
        weekday: 'De segunda a sexta-feira',
        1: 'Toda segunda-feira',
        2: 'Toda terça-feira',
        3: 'Toda quarta-feira',
        4: 'Toda quinta-feira',
        5: 'Toda sexta-feira',
        6: 'Todo sábado',
        7: 'Todo domingo',
        month: 'Dia 1º de cada mês',
        last: 'Último dia de cada mês',
      },
      conditions: {
        always: 'Sempre',
        'with-rows': 'Se houver linhas',
        above: 'Se o número for maior que',
        below: 'Se o número for menor que',
        moved: 'Se o número variou em',
        'moved-percent': 'Se o número variou em %',
      },
    },
    says: {
      created: 'Assinatura criada',
      known: 'Você já tem esta assinatura',
      changed: 'Assinatura alterada',
      paused: 'Assinatura pausada',
      resumed: 'Assinatura retomada',
      ended: 'Assinatura cancelada',
      moved: 'As respostas agora vão para o canal',
      'paused-access': 'Pausei esta assinatura',
      'paused-gone': 'Pausei esta assinatura',
      'ended-gone': 'Encerrei esta assinatura',
    },
    why: {
      'paused-access': {
        own: 'Você não tem mais acesso a este bot ou aos dados dele. Quando tiver de novo, selecione “Retomar”.',
        others:
          'A pessoa que assinou não tem mais acesso a este bot ou aos dados dele. Quando tiver de novo, poderá retomá-la.',
      },
      'paused-gone': {
        own: 'Não consegui falar com você. Para continuar, selecione “Retomar”.',
        others: 'Não consigo mais falar com a pessoa que assinou.',
      },
      'ended-gone': {
        own: 'Não consegui falar com você.',
        others: 'Não consigo mais falar com a pessoa que assinou.',
      },
    },
    question: ({ question }) => `“${question}”`,
    next: ({ due }) => `Próxima resposta: ${due}`,
    isPaused: 'Pausada',
    where: {
      private: 'As respostas chegam no nosso próprio chat, onde só você as vê.',
      thread: 'As respostas chegam neste thread.',
      channel: 'Cada resposta é uma nova publicação no canal.',
    },
    figure: ({ column }) => `“${column}”`,
    figureOf: ({ column, row }) => `“${column}” de “${row}”`,
    only: {
      'with-rows': 'Somente se houver linhas',
      above: ({ figure, limit }) => `Somente se ${figure} for maior que ${limit}`,
      below: ({ figure, limit }) => `Somente se ${figure} for menor que ${limit}`,
      moved: ({ figure, by }) => `Somente se ${figure} tiver variado ${by} ou mais`,
    },
    finding: {
      above: ({ figure, now, limit }) => `${figure} é ${now}, acima de ${limit}.`,
      below: ({ figure, now, limit }) => `${figure} é ${now}, abaixo de ${limit}.`,
      moved: ({ figure, now, before, by }) => `${figure} passou de ${before} para ${now} (${by}).`,
      before: ({ before, date }) => `Antes era ${before} (${date}).`,
      since: ({ date }) => `O número anterior é de ${date}.`,
      first: ({ figure, now }) =>
        `${figure} é ${now}. A partir de agora, vou comparar com este número.`,
      noTable:
        'Esta resposta não tem uma tabela que eu consiga ler. Por isso não consegui verificar sua condição.',
      missing: {
        column: ({ figure }) =>
          `Não encontrei ${figure} nesta resposta: essa coluna não existe ou aparece várias vezes. Por isso não consegui verificar sua condição.`,
        row: ({ figure }) =>
          `Não encontrei ${figure} nesta resposta: essa linha não existe ou aparece várias vezes. Por isso não consegui verificar sua condição.`,
        number: ({ figure }) =>
          `Esta resposta não tem um número para ${figure}. Por isso não consegui verificar sua condição.`,
      },
    },
    skipped: ({ times, since }) =>
      plural(times, {
        one: `Não consegui responder da vez anterior (${since}).`,
        other: `Não consegui responder ${counted(times, { one: 'vez', other: 'vezes' })} antes desta, a primeira em ${since}.`,
      }),
    summary: ({ question, summary }) => `${question}: ${summary}`,
    continuesHere: 'Sua próxima pergunta será sobre esta resposta.',
    failed:
      'Vou tentar de novo na próxima vez. Se continuar falhando, não vou avisar todas as vezes.',
    waitsForSignIn: ({ question }) =>
      `Chegou a hora da sua assinatura: “${question}”. Assim que você entrar, vou trazer a resposta.`,
    list: {
      title: 'Suas assinaturas aqui',
      none: 'Você não tem assinaturas aqui. Selecione “Assinar” abaixo de uma resposta ou digite:',
      elsewhere: ({ number }) =>
        plural(number, {
          one: `Você tem ${subscriptionsOf(number)} em outro chat.`,
          other: `Você tem ${subscriptionsOf(number)} em outros chats.`,
        }),
      hidden: ({ number }) =>
        plural(number, {
          one: `Há mais ${subscriptionsOf(number)} que não é mostrada.`,
          other: `Há mais ${subscriptionsOf(number)} que não são mostradas.`,
        }),
    },
    refused: {
      when: ({ given }) => `Não entendo quando é “${given}”.`,
      time: ({ given }) => `Não conheço o horário “${given}”.`,
      zone: ({ given }) => `Não conheço o fuso horário “${given}”.`,
      day: ({ given }) => `Nem todo mês tem “${given}”. Use um dia até o 28 ou o último dia.`,
      'no-time': 'Escolha um horário.',
      'no-question': 'Diga quando você quer a resposta e a qual pergunta.',
      'too-many': ({ limit }) =>
        plural(limit, {
          one: `Você já tem ${subscriptionsOf(limit)}, que é o limite. Para abrir espaço, cancele-a.`,
          other: `Você já tem ${subscriptionsOf(limit)}, que é o limite. Para abrir espaço, cancele uma delas.`,
        }),
      amount: 'Digite o valor como um número maior que 0.',
      limit: 'Digite o valor como um número.',
      figure: 'Escolha o número que devo comparar.',
      'no-figure': 'Esta resposta não tem números que eu possa comparar.',
      off: 'As assinaturas estão desativadas neste bot.',
      'not-signed-in': 'Para assinar aqui, você precisa ter entrado nesta página.',
      'no-place': 'Aqui não consigo trazer respostas mais tarde. Assine em outro chat comigo.',
      'not-yours': 'Só a pessoa que assinou ou um administrador deste canal pode fazer isso.',
      gone: 'Esta assinatura não existe mais.',
      'only-admins':
        'Só administradores deste canal podem fazer com que eu publique respostas nele.',
    },
    tryThis: 'Por exemplo:',
    dayExamples: [
      'assinar todo dia 1 às 9:00: receita por região do mês passado',
      'assinar todo último dia às 9:00: receita por região deste mês',
    ],
    zoneExample: 'assinar todo dia às 9:00 em America/Sao_Paulo: receita por região de ontem',
    allEnded: ({ number }) =>
      plural(number, {
        one: 'Encerrei sua assinatura.',
        other: `Encerrei suas ${subscriptionsOf(number)}.`,
      }),
  };
}
