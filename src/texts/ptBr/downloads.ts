import type { Texts } from '../texts.ts';

export function downloads(): Texts['downloads'] {
  return {
    forged: 'Este link não é válido. Use o botão no chat.',
    expired: 'Este link expirou. Selecione novamente o botão de download no chat.',
    unknown: 'Este download não está mais disponível.',
    busy: 'Vários arquivos estão sendo preparados agora. Tente novamente em um minuto.',
    'one-at-a-time':
      'Outro arquivo seu está sendo preparado. Tente novamente quando ele estiver pronto.',
    'too-often': 'Você baixou muitos arquivos em pouco tempo. Aguarde um minuto e tente novamente.',
    'too-large':
      'Esta tabela é grande demais para um único arquivo. Use CSV em vez de Excel ou peça menos linhas.',
    'signed-out': 'Você saiu da sua conta. Entre de novo no chat e tente mais uma vez.',
    'no-access': 'Você não tem acesso a estes dados no Databricks, ou o Genie não os tem mais.',
    failed: 'Não foi possível criar o arquivo. Tente novamente em alguns minutos.',
  };
}
