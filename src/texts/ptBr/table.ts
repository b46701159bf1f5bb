import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar);
  const rows = (number: number) => counted(number, { one: 'linha', other: 'linhas' });
  return {
    notLoaded: 'Não foi possível carregar as linhas desta tabela.',
    missing,
    loadAgain: 'Carregar novamente',
    moreRows: 'Mais linhas',
    noneSent: 'O Genie não enviou nenhuma linha desta tabela.',
    noneReturned: 'A consulta não retornou nenhuma linha.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: `A consulta retornou ${rows(total)}, mas não é possível mostrá-la aqui.`,
        other: `A consulta retornou ${rows(total)}, mas não é possível mostrá-las aqui.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} de ${rows(total)}`,
    rowsFrom: ({ first, last, total }) =>
      `Linhas ${count(first)}–${count(last)} de ${count(total)}`,
    someColumns: ({ shown, total }) =>
      `${count(shown)} de ${counted(total, { one: 'coluna', other: 'colunas' })}`,
    shortened: 'Os valores longos aparecem abreviados.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'O Genie retornou apenas a primeira linha.',
        many: `O Genie retornou apenas as primeiras ${rows(number)}.`,
        other: `O Genie retornou apenas as ${count(number)} primeiras linhas.`,
      }),
    stoppedAt: (number) => `O Genie parou em ${rows(number)}; há mais nos dados.`,
    timesAreIn: (zone) => `Fuso horário: ${zone}.`,
  };
}

const missing: Texts['table']['missing'] = {
  'not-loaded': 'As linhas não foram carregadas.',
  'not-started': 'A consulta ainda não tinha começado.',
  'still-running': 'A consulta ainda estava em execução.',
  'too-slow': 'A consulta demorou demais.',
  failed: 'A consulta falhou.',
  cancelled: 'A consulta foi cancelada.',
  expired: 'O resultado expirou.',
  'not-given': 'O Genie não conseguiu fornecê-las.',
  refused: 'O Genie recusou a solicitação.',
  gone: 'O Genie não as tem mais.',
  'too-large': 'Elas são grandes demais para carregar.',
  busy: 'O Genie não conseguiu fornecê-las porque está muito ocupado no momento.',
  silent: 'O Genie não conseguiu fornecê-las porque não respondeu.',
  unreachable: 'O Genie não conseguiu fornecê-las porque não consegui me conectar a ele.',
  'turned-off': 'O Genie está desativado neste workspace.',
  inactive: 'O workspace do Databricks está em pausa ou inativo.',
  redirected: 'O Databricks me redirecionou para outro endereço.',
  'asked-to-sign-in': 'O Databricks pediu que eu entrasse.',
  'bot-not-accepted': 'O Databricks não aceitou as credenciais deste bot.',
  'bot-lacks-access': 'Este bot não tem acesso a elas.',
  'bot-kept-out': 'O Databricks não permite o acesso deste bot.',
  'person-not-accepted': 'O Databricks não aceitou seu login.',
  'person-lacks-access': 'Você não tem acesso a elas.',
  'gone-or-no-access': 'O Genie não as tem mais, ou você não tem mais acesso a elas.',
  'sign-in-page': 'Em vez disso, o Databricks mostrou a página de entrada.',
  'sign-in-without-genie': 'Seu login não dá acesso ao Genie.',
  'lacks-data-access': 'Você não tem acesso a todos estes dados.',
  'lacks-space-access': 'Você não tem acesso a este espaço do Genie.',
  'lacks-workspace-access': 'Você não tem acesso ao workspace do Databricks.',
  'no-warehouse': 'O Genie não consegue usar o SQL warehouse deste espaço.',
  'sign-in-expired': 'Sua sessão expirou.',
  'sign-in-mismatch': 'Você entrou com outra conta.',
  'sign-in-refused': 'O Databricks não aceita sua conta.',
  'sign-in-required': 'Primeiro, você precisa entrar.',
  'sign-in-unavailable': 'Não consegui me conectar ao serviço que guarda seu login.',
};
