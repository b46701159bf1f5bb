import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance({ count, list }: Grammar): Texts['provenance'] {
  return {
    openConversation: 'Databricks で開く',
    openSpace: 'スペースを Databricks で開く',

    poweredByGenie: 'Genie による回答',
    trusted: '信頼済みの回答',
    trustedMeans: 'Genie は、このスペースの作成者が用意したクエリを使って回答しました。',

    from: ({ tables, more }) =>
      more === 0
        ? `参照元: ${list(tables)}`
        : `参照元: ${list(tables)}、ほか ${count(more)} 個のテーブル`,

    cited: ({ sources, more }) =>
      more === 0 ? `出典: ${list(sources)}` : `出典: ${list(sources)}、ほか ${count(more)} 件`,

    facts: {
      tables: () => 'テーブル',
      dataRead: 'データの読み取り日時',
    },
    moreTables: (more) => `ほか ${count(more)} 個のテーブル`,

    steps: {
      description: '概要',
      understanding: '質問の解釈',
      'data-sourcing': '使用したデータ',
      instructions: '適用した指示',
      steps: '実行した手順',
    },
    tooLong: '説明が長すぎるため、ここには表示できません。',
    shortened: ({ shown, total }) =>
      `説明を省略しました: ${count(total)} 文字中 ${count(shown)} 文字を表示。`,
  };
}
