import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: 'このボットについて',
      source: '回答の情報源',
      demo: 'デモ用ワークスペース (架空の売上データ、AI なし)',
      sent: 'Genie に送信される情報',
      sentToEndpoint: 'エンドポイントに送信される情報',
      history: '会話のこれまでの内容',
      question: '質問',
      email: 'メールアドレス',
      ratings: '評価',
      newConversation: '新しい会話の開始',
      afterIdle: ({ hours }) => `${decimal(hours)} 時間操作がなかったとき`,
      contact: '問い合わせ先',
      version: 'バージョン',
      summary: ({ source }) => `回答の情報源: ${source}。`,
    },
    whoami: {
      title: 'ユーザー情報',
      summary: 'ユーザー情報',
      name: '名前',
      email: 'メールアドレス',
      unverifiedEmail: 'メールアドレス (未確認)',
      sources: {
        teams: 'Teams のプロフィールから取得した情報です。',
        page: 'このページへのサインインの情報です。',
        'self-declared': 'このチャットで入力された情報です (未確認)。',
      },
      unknown: 'お名前もメールアドレスもわかりません。',
      signedInAs: 'サインイン中のアカウント',
      notSignedIn: 'サインインしていません。サインインするには「サインイン」と入力してください。',
      separate: 'Genie との会話は、ほかのユーザーの会話とは分かれています。',
    },
    email: {
      ask: 'メールアドレスを入力してください。「Ada Lovelace <ada@example.com>」のように、名前を添えることもできます。本人のアドレスかどうかは確認できないため、未確認として扱います。',
    },
    signIn: {
      needless: 'サインインは不要です。Genie にはこのボットの権限で質問します。',
      elsewhere:
        'サインインは、ボットとの 1 対 1 のチャットで行います。チャットを開いて「サインイン」と入力してください。',
      already: ({ name }) =>
        name ? `${name} として既にサインインしています。` : '既にサインインしています。',
    },
  };
}
