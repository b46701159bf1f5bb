import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps({ count }: Grammar): Texts['firstSteps'] {
  return {
    welcome: {
      title: 'こんにちは！',
      offer: ({ space }) =>
        `${space ? `「${space}」` : '会社のデータ'}について、普段の言葉で質問してください。Databricks Genie が、表と、元になった SQL で回答します。`,
      offerEndpoint: ({ endpoint }) =>
        `「${endpoint}」が答えられることを、普段の言葉で質問してください。`,
      summary: ({ offer }) => `こんにちは！${offer}`,
      demo: 'これは架空の売上データを使ったデモです。',
      more: 'ほかにできることを見るには「ヘルプ」と入力してください。',
    },
    help: {
      title: '質問のしかた',
      how: '普段の言葉で質問し、「地域別では？」のように続けて質問できます。集計する値、対象期間、集計の単位を伝えると、より的確な回答が得られます。',
      commands: 'ほかに入力できるコマンド',
      charts: ({ line, table }) =>
        `最後の回答を別の形で表示するには、「${line}」や「${table}」などと入力してください。`,
      all: 'すべてのコマンド',
      contact: ({ contact }) => `お困りのときは、${contact} にお問い合わせください。`,
    },
    mention: ({ name }) =>
      `メッセージは毎回 ${name} で始めてください。ここでは、それ以外のメッセージはボットに届きません。`,
    didYouMean: {
      ask: ({ command }) => `「${command}」のことですか？`,
      askGenie: ({ words }) => `「${words}」と質問`,
    },
    edited: {
      offer: ({ question }) =>
        `送信済みの質問が編集されました。変更後の「${question}」で質問しますか？`,
      ask: '変更後の内容で質問',
    },
    unknownButton:
      'このボタンは認識できません。古いメッセージのものかもしれません。質問を入力してください。',
    noFiles: 'ファイル、画像、録音は読み取れません。質問を入力してください。',
    adminsOnly: {
      change: 'この変更は、このボットの管理者だけが行えます。',
      status: 'ボットの状態は、このボットの管理者だけが確認できます。',
    },
    spaces: {
      one: '利用できるスペースは 1 つです',
      several: '質問できるスペース',
      untitled: '無題のスペース',
      use: 'このスペースを使う',
      useInChannel: 'このチャネルで使う',
      hidden: ({ spaces }) => `ほか ${count(spaces)} 個のスペースは表示していません。`,
      gone: 'このスペースは利用できなくなりました。',
      setForChannel:
        '設定しました。ほかのスペースが選ばれない限り、このチャネルの新しい会話ではこのスペースを使います。',
      switched: ({ title }) => `「${title}」に切り替えました。次の質問から新しい会話が始まります。`,
      alreadyThere: ({ title }) => `既に「${title}」を使用しています。会話はそのまま続きます。`,
    },
  };
}
