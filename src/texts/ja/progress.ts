import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: '質問を受け付けました',
      WAITING_FOR_TURN: '前の質問が終わるのを待っています',
      WAITING_FOR_BUDGET: '質問は順番待ちです',
      SUBMITTED: 'Genie に送信しました',
      FETCHING_METADATA: 'テーブルを確認しています',
      FILTERING_CONTEXT: '質問の内容を確認しています',
      ASKING_AI: 'SQL を作成しています',
      PENDING_WAREHOUSE: 'ウェアハウスの起動を待っています',
      EXECUTING_QUERY: 'クエリを実行しています',
      COMPLETED: '回答を読み込んでいます',
      ENDPOINT_STARTING: 'エンドポイントを起動しています',
      ENDPOINT_WORKING: '回答を作成しています',
      LOADING_ROWS: '行を読み込んでいます',
      QUERY_RESULT_EXPIRED: 'クエリをもう一度実行しています',
    },
    working: 'Genie が処理しています',
    underWay: ({ step }) => `${step}…`,
    since: ({ step, duration }) => `${step}… ${duration}`,
    toGo: ({ step, duration }) => `${step}。あと ${duration}ほどかかります。`,
    silent: {
      once: '現在、Genie が応答していません。もう一度だけ試します。',
      until: ({ time }) => `現在、Genie が応答していません。${time} まで再試行を続けます。`,
      for: ({ duration }) =>
        `現在、Genie が応答していません。さらに ${duration}間、再試行を続けます。`,
    },
  };
}
