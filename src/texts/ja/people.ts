import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people({ count }: Grammar): Texts['people'] {
  return {
    noAccess: ({ contact }) =>
      `このボットへのアクセス権がありません。アクセスを希望する場合は、${contact} にお問い合わせください。`,
    unknown: 'ユーザーを確認できませんでした。しばらくしてから、もう一度お試しください。',
    tooOften: '短時間に多くのメッセージが届きました。1 分ほど待ってから、もう一度お試しください。',
    tooManyPerMinute:
      '1 分あたりの質問数の上限に達しました。1 分ほど待ってから、もう一度お試しください。',
    tooBusy: '現在、順番待ちの質問が多すぎます。数分後にもう一度お試しください。',
    tooManyOpen: ({ limit }) =>
      `ここでは、既に ${count(limit)} 件の質問を処理しています。回答を待つか、「キャンセル」と入力して中止してください。`,
    tooManyWaiting: ({ limit }) =>
      `既に ${count(limit)} 件の質問が順番待ちになっています。回答が届くまでお待ちください。`,
    questionTooLong: ({ limit }) => `質問が長すぎます。上限は ${count(limit)} 文字です。`,
    askForEmail:
      'Genie に質問する前に、メールアドレスを入力してください。「Ada Lovelace <ada@example.com>」のように、名前を添えることもできます。そのあとすぐに質問を送信します。',
    introduced: ({ email }) =>
      `ありがとうございます。「サインアウト」と入力されるまで、${email} をメールアドレス (未確認) として使用します。`,
    askingNow: '次の質問を Genie に送信します:',
    forgotten: 'ユーザー情報と、このチャットでの履歴を消去しました。',
    teamsTellsAgain: '次に質問すると、名前とメールアドレスが再び Teams からボットに通知されます。',
    pageTellsAgain:
      '次に質問すると、このページへのサインインから名前とメールアドレスが再びボットに通知されます。',
    reloadPage: 'しばらく時間が経過しました。続けるにはページを再読み込みしてください。',
    deleted: ({ number }) => `会話を ${count(number)} 件削除しました。`,
    nothingToDelete: '削除する会話はありませんでした。',
    leftUndeleted: ({ number }) =>
      `現在とは異なる権限で質問された会話 ${count(number)} 件は、削除できませんでした。`,
  };
}
