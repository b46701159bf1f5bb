// The few words of the page itself, in each language that the bot speaks. Web Chat brings its own.

/** The keys are what `lang` says. */
export const texts = {
  en: {
    title: 'Ask Genie',
    newChat: 'New chat',
    placeholder: 'Ask about your data',
    chat: 'Chat',
    skip: 'Skip to the question box',
    stop: 'Stop',
    canStop: 'The answer is on its way. You can stop it with the Stop button.',
    local: 'Local demo on this computer',
    trouble: 'Can’t reach the chat. Trying again…',
    offline: 'You’re offline. The chat goes on when you’re back.',
    signedOut: 'You’ve been signed out.',
    signIn: 'Sign in',
    tryAgain: 'Try again',
  },
  de: {
    title: 'Genie fragen',
    newChat: 'Neuer Chat',
    placeholder: 'Frage zu Ihren Daten',
    chat: 'Chat',
    skip: 'Zum Eingabefeld springen',
    stop: 'Stoppen',
    canStop: 'Die Antwort ist unterwegs. Mit „Stoppen“ können Sie sie abbrechen.',
    local: 'Lokale Demo auf diesem Computer',
    trouble: 'Der Chat ist nicht erreichbar. Neuer Versuch läuft …',
    offline: 'Sie sind offline. Der Chat geht weiter, sobald Sie wieder online sind.',
    signedOut: 'Sie wurden abgemeldet.',
    signIn: 'Anmelden',
    tryAgain: 'Erneut versuchen',
  },
  fr: {
    title: 'Demander à Genie',
    newChat: 'Nouveau chat',
    placeholder: 'Une question sur vos données',
    chat: 'Chat',
    skip: 'Aller à la zone de saisie',
    stop: 'Arrêter',
    canStop: 'La réponse arrive. Le bouton « Arrêter » permet de l’interrompre.',
    local: 'Démo locale sur cet ordinateur',
    trouble: 'Le chat est inaccessible. Nouvelle tentative en cours…',
    offline: 'Vous êtes hors ligne. Le chat reprendra dès votre retour en ligne.',
    signedOut: 'Votre session a pris fin.',
    signIn: 'Se connecter',
    tryAgain: 'Réessayer',
  },
  es: {
    title: 'Preguntar a Genie',
    newChat: 'Nuevo chat',
    placeholder: 'Pregunta sobre tus datos',
    chat: 'Chat',
    skip: 'Ir al cuadro de texto',
    stop: 'Detener',
    canStop: 'La respuesta está en camino. Puedes interrumpirla con el botón «Detener».',
    local: 'Demo local en este equipo',
    trouble: 'No se puede acceder al chat. Reintentando…',
    offline: 'No tienes conexión. El chat continuará cuando la recuperes.',
    signedOut: 'Se ha cerrado tu sesión.',
    signIn: 'Iniciar sesión',
    tryAgain: 'Reintentar',
  },
  'pt-BR': {
    title: 'Perguntar ao Genie',
    newChat: 'Novo chat',
    placeholder: 'Pergunte sobre seus dados',
    chat: 'Chat',
    skip: 'Ir para a caixa de texto',
    stop: 'Parar',
    canStop: 'A resposta está a caminho. Use o botão “Parar” para interrompê-la.',
    local: 'Demonstração local neste computador',
    trouble: 'Não foi possível acessar o chat. Tentando novamente…',
    offline: 'Você está offline. O chat continua quando a conexão voltar.',
    signedOut: 'Sua sessão foi encerrada.',
    signIn: 'Entrar',
    tryAgain: 'Tentar novamente',
  },
  ja: {
    title: 'Genie に質問',
    newChat: '新しいチャット',
    placeholder: 'データについて質問する',
    chat: 'チャット',
    skip: '質問の入力欄へ移動',
    stop: '停止',
    canStop: '回答を作成しています。「停止」ボタンで中断できます。',
    local: 'このコンピューター上のローカルデモ',
    trouble: 'チャットに接続できません。再接続しています…',
    offline: 'オフラインです。接続が戻ると、チャットを続けられます。',
    signedOut: 'サインアウトされました。',
    signIn: 'サインイン',
    tryAgain: '再試行',
  },
  'zh-Hans': {
    title: '向 Genie 提问',
    newChat: '新建聊天',
    placeholder: '输入有关数据的问题',
    chat: '聊天',
    skip: '跳到提问框',
    stop: '停止',
    canStop: '正在生成回答。可使用“停止”按钮中断。',
    local: '此计算机上的本地演示',
    trouble: '无法连接到聊天服务。正在重试…',
    offline: '你已离线。恢复连接后，聊天会继续。',
    signedOut: '你已退出登录。',
    signIn: '登录',
    tryAgain: '重试',
  },
};

/** The tag of the language in which someone with this locale reads the page. */
export function languageOf(locale) {
  const { language, script } = maximized(locale);
  return (
    [`${language}-${script}`, language].find((tag) => tag in texts) ??
    (language === 'pt' ? 'pt-BR' : 'en')
  );
}

/** The locale in which a page in the reader's language writes dates. */
export function dateLocale(locale) {
  const language = languageOf(locale);
  return maximized(locale).language === maximized(language).language ? locale : language;
}

/**
 * The locale for Web Chat, which gives it to the bot with each message. It compares the first two letters alone, and
 * would speak Finnish to someone who reads Filipino.
 */
export function webChatLocale(locale) {
  const { language, region } = maximized(locale);
  if (language === undefined) return 'en-US';
  return language.length === 2 || language === 'yue' ? locale : `en-${region}`;
}

/** What `zh-TW` leaves out: that it's written in `Hant`. Nothing of a locale that isn't one. */
function maximized(locale) {
  try {
    return new Intl.Locale(locale).maximize();
  } catch {
    return {};
  }
}
