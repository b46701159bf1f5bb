import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'このボットの IP アドレスからのアクセスは、Databricks で許可されていません。' },
  permissions: {
    what: 'このボットには Genie を使用する権限がありません。必要なデータを参照できません。',
  },
  'private-link': {
    what: 'この Databricks ワークスペースには、プライベートネットワークの外部からアクセスできません。',
  },
  scope: { what: 'このボットの Databricks 資格情報では、Genie を使用できません。' },
  'space-access': {
    what: 'このボットには Genie を使用する権限がありません。Genie スペースにアクセスできません。',
  },
  'warehouse-access': {
    what: 'このボットには Genie を使用する権限がありません。SQL ウェアハウスを使用できません。',
  },
  'workspace-access': {
    what: 'このボットには Genie を使用する権限がありません。Databricks ワークスペースにアクセスできません。',
  },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: {
    what: 'Genie の内部で問題が発生しました。',
    advice: 'しばらくしてから、もう一度お試しください。',
  },
  admin: {
    what: 'このワークスペースでは、Genie がオフになっているか、予算の上限に達しています。',
  },
  permissions: {
    what: 'Genie には、この質問に必要なデータ (テーブルまたは SQL ウェアハウス) へのアクセス権がありません。',
  },
  'workspace-access': {
    what: 'このボットには Genie を使用する権限がありません。Databricks ワークスペースにアクセスできません。',
  },
  'space-access': {
    what: 'このボットには Genie を使用する権限がありません。Genie スペースにアクセスできません。',
  },
  'warehouse-access': {
    what: 'Genie は、この質問に必要なデータにアクセスできません。SQL ウェアハウスを使用する権限がありません。',
  },
  warehouse: {
    what: 'Genie が使用する SQL ウェアハウスを利用できません。停止または削除されているか、クォータを超えています。',
  },
  space: { what: 'Genie スペースが正しく設定されていません。' },
  'too-long': {
    what: 'この会話は、Genie が扱える長さを超えました。',
    advice: '「リセット」と入力して新しい会話を始め、一度に質問する範囲を絞ってください。',
  },
  'sql-too-long': {
    what: 'この質問に対して Genie が作成したクエリは、長すぎて実行できません。',
    advice: '一度に質問する範囲を絞ってください。',
  },
  'content-policy': {
    what: 'Genie は、コンテンツポリシーによりこの質問への回答を控えました。',
    advice: '表現を変えて質問してください。',
  },
  rephrase: {
    what: 'Genie は、この質問に対するクエリを作成できませんでした。',
    advice: '集計する値、対象期間、集計の単位を含めて、質問を言い換えてみてください。',
  },
  'query-failed': {
    what: 'Genie はこの質問に対するクエリを作成しましたが、実行に失敗しました。',
    advice: '質問を言い換えると、うまくいくことがあります。',
  },
  concurrency: {
    what: 'この会話では、Genie がまだ別の質問に回答していました。',
    advice: 'しばらくしてから、もう一度お試しください。',
  },
  cancelled: { what: 'この質問は Genie でキャンセルされました。' },
  'start-anew': {
    what: 'Genie はこの会話を続けることができません。',
    advice: '「リセット」と入力して新しい会話を始めてから、もう一度質問してください。',
  },
};
