import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer({ count }: Grammar): Texts['lastAnswer'] {
  return {
    none: 'このチャットには、まだ回答がありません。',
    coming: '処理中です。準備ができしだい回答します。',
    onlyTheAsker: 'この操作は、質問した本人だけが、一定の期間内に限り行えます。',
    onlyInOwnChat:
      'その回答は、本人だけに見えるボットとの 1 対 1 のチャットにあります。操作はそちらで行ってください。',
    placeNote: {
      private: '本人だけに見える、ボットとの 1 対 1 のチャットで回答します。',
      closed:
        '1 対 1 のチャットにメッセージを送れません。ボットとのチャットを開いて「回答を表示」と入力すると、本人だけに見えるそのチャットで回答します。',
    },
    cannotShowAs: {
      line: '最後の回答は、折れ線グラフで表示できません。数値と、日付または項目名が必要です。',
      bar: '最後の回答は、棒グラフで表示できません。項目名と数値が必要です (Teams では負の数は使えません)。',
      donut: '最後の回答は、ドーナツグラフで表示できません。合計すると全体になる数値が必要です。',
      table: '最後の回答には表が含まれていません。',
    },
    sql: {
      title: '最後の回答の SQL',
      none: '最後の回答には SQL がありませんでした。',
      hidden: ({ queries }) => `ほか ${count(queries)} 個のクエリは表示していません。`,
    },
    rating: {
      ask: 'この回答は役に立ちましたか？',
      removed: '評価を取り消しました。',
      sent: 'ありがとうございます。評価を Genie に送信しました。',
      sentWithComment: 'ありがとうございます。評価とコメントを Genie に送信しました。',
      saved: 'ありがとうございます。評価を保存しました。',
      savedWithComment: 'ありがとうございます。評価とコメントを保存しました。',
      commentHint: '問題があった点 (省略可)',
      sendComment: 'コメントを送信',
      notSaved: '評価を保存できませんでした。',
      notSent: '評価を Genie に送信できませんでした。',
    },
    download: {
      open: { csv: 'CSV ファイルを開く', xlsx: 'Excel ファイルを開く' },
      content: 'このファイルには、表のすべての行が含まれています。',
      expires: ({ minutes }) =>
        `このリンクを知っていれば、だれでもファイルを開くことができます。リンクの有効期限は ${count(minutes)} 分です。`,
      summary: 'ファイルの準備ができました。',
      off: 'ダウンロードは利用できなくなりました。',
    },
    pages: {
      notLoaded: ({ reason }) => `行を読み込めませんでした。${reason}`,
      noMoreFromGenie: 'Genie から返された行は、これですべてです。',
      noMore: 'これ以上の行はありません。',
    },
    notRecalled: '現在、この質問を呼び出せません。もう一度入力してください。',
    share: {
      shared: {
        channel: 'チャネルで共有しました。',
        thread: 'スレッドで共有しました。',
        chat: 'チャットで共有しました。',
      },
      already: '既に共有済みです。',
      unsure: {
        channel:
          '既に共有した可能性がありますが、届いたかどうかを確認できません。チャネルを確認してください。',
        thread:
          '既に共有した可能性がありますが、届いたかどうかを確認できません。スレッドを確認してください。',
        chat: '既に共有した可能性がありますが、届いたかどうかを確認できません。チャットを確認してください。',
      },
      refused: {
        channel: 'チャネルに投稿できません。ボットがチャネルから削除された可能性があります。',
        thread: 'スレッドに投稿できません。ボットが削除された可能性があります。',
        chat: 'チャットに投稿できません。ボットがチャットから削除された可能性があります。',
      },
    },
  };
}
