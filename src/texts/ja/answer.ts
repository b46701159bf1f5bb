import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer({ count }: Grammar): Texts['answer'] {
  return {
    showTable: '表を表示',
    showChart: 'グラフを表示',
    showSql: 'SQL を表示',
    hideSql: 'SQL を非表示',
    showUnderstanding: '質問の解釈を表示',
    hide: '非表示',
    download: 'ダウンロード',
    more: 'その他',
    back: '戻る',
    moreRows: '続きの行',
    previousRows: '前の行',
    askAgain: 'もう一度質問',
    askAgainTip: '同じ質問をもう一度送信',
    share: {
      channel: 'チャネルで共有',
      thread: 'スレッドで共有',
      chat: 'チャットで共有',
    },
    tryAgain: '再試行',
    approval: {
      ask: ({ tool }) => `「${tool}」を使用してもよろしいですか？`,
      askOf: ({ tool, server }) => `「${server}」の「${tool}」を使用してもよろしいですか？`,
      calledWith: '次の内容で使用します:',
      shortened: ({ shown, total }) =>
        `${count(total)} 文字中 ${count(shown)} 文字しか表示できません。全文を確認できないため、許可できません。`,
      allow: '許可する',
      deny: '許可しない',
      allowed: '許可しました。',
      denied: '許可しませんでした。',
      answered: 'これにはすでに回答済みです。',
      over: 'その後に会話が進んだため、回答できません。もう一度質問してください。',
    },
    thumbs: {
      up: '👍 役立った',
      upTip: 'この回答は役に立った',
      down: '👎 役立たない',
      downTip: 'この回答は役に立たなかった',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: '評価を取り消す',
      removeTip: '自分の評価を取り消す',
    },

    askNext: '次の質問の候補',
    startedAnew: {
      space: '以前の会話の相手には質問できなくなったため、新しい会話を始めました。',
      mode: 'Genie のモードが変わったため、新しい会話を始めました。',
      identity: '前の会話は異なる権限で行われたため、新しい会話を始めました。',
      'conversation-gone': 'これまでの会話が Genie に残っていないため、新しい会話を始めました。',
      idle: 'しばらく時間が空いたため、新しい会話を始めました。',
    },
    asked: {
      channel: ({ question }) => `チャネルでの質問: 「${question}」`,
      thread: ({ question }) => `スレッドでの質問: 「${question}」`,
      chat: ({ question }) => `チャットでの質問: 「${question}」`,
    },
    replyIn: {
      channel: 'チャネルで返信してください。',
      thread: 'スレッドで返信してください。',
      chat: 'チャットで返信してください。',
    },
    replyInFor: {
      channel: ({ example }) => `チャネルで返信してください (例: 「${example}」)。`,
      thread: ({ example }) => `スレッドで返信してください (例: 「${example}」)。`,
      chat: ({ example }) => `チャットで返信してください (例: 「${example}」)。`,
    },
    empty: 'Genie は回答を見つけられませんでした。質問を言い換えてみてください。',
    hiddenTables: ({ tables }) => `ほか ${count(tables)} 個の表は表示していません。`,

    textShortened: 'メッセージに収まるように、テキストを省略しました。',
    sqlTooLong: 'SQL が長すぎるため、ここには表示できません。',
    sqlShortened: ({ shown, total }) =>
      `SQL を省略しました: ${count(total)} 文字中 ${count(shown)} 文字を表示。`,

    question: ({ question }) => `「${question}」`,
    rows: (rows) => `${count(rows)} 行`,
    atLeastRows: (rows) => `${count(rows)} 行以上`,

    summary: {
      table: '回答は表です。',
      none: '回答はありません。',
    },
  };
}
