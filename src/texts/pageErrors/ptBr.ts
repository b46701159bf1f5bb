import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'pt-BR',
    errorTitle: 'O chat não está disponível',
    signInTitle: 'Entrar',
    signInLink: 'Entrar',
    'signed-out': 'Para consultar seus dados, entre com sua conta de trabalho.',
    off: 'Não há página de chat aqui. Seu administrador pode ativá-la.',
    foreign: 'Só a própria página do chat pode fazer isso. Abra o chat em uma guia própria.',
    'not-found': 'Não há nada neste endereço.',
    gone: 'Isso não existe mais.',
    'wrong-method': 'Isso não é possível neste endereço.',
    'bad-request': 'Essa solicitação não faz sentido. Recarregue a página.',
    busy: 'Isso ainda está em andamento. Tente de novo daqui a pouco.',
    unavailable: 'O chat não está acessível agora. Tente de novo daqui a pouco.',
    failed: 'Algo deu errado. Tente de novo.',
  };
}
