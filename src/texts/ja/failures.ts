import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: '操作を完了できませんでした。',
    silence: ({ duration }) => `Genie から ${duration}間応答がありませんでした。`,
    contact: ({ contact }) => `下のエラー ID を添えて、${contact} にお問い合わせください。`,
    contactAdmin: '下のエラー ID を添えて、管理者にお問い合わせください。',
    contactWithThisId: ({ contact }) =>
      `このエラー ID を添えて、${contact} にお問い合わせください。`,
    errorId: ({ errorId }) => `エラー ID: ${errorId}`,
    errorIdAtEnd: ({ errorId }) => `(エラー ID: ${errorId})`,
    tryAgain: '再試行',
    showTheAnswer: '回答を表示',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': {
    what: 'この回答は、もう保存されていません。',
    advice: 'もう一度質問してください。',
  },
  'bad-request': {
    what: 'この質問を処理できませんでした。',
    advice: '書式なしのテキストで、もう一度質問してください。',
  },
  'chat-deleted': {
    what: 'このチャットは削除されました。',
    advice: '新しいチャットを始めてください。',
  },
  'cleared-by-admin': { what: '管理者がこの質問を順番待ちから削除しました。' },
  'cancelled-by-asker': { what: 'この質問はキャンセルされました。' },
  config: { what: 'このボットの設定が完了していません。' },
  'conversation-closed': {
    what: 'Genie はこれまでの会話を続けることができません。',
    advice: 'もう一度質問すると、新しい会話が始まります。',
  },
  'conversation-gone': {
    what: 'これまでの会話は、Genie に残っていません。',
    advice: 'もう一度質問すると、新しい会話が始まります。',
  },
  'delivery-unsure': {
    what: '回答を送信しましたが、届いたかどうかを確認できません。',
    advice: '上に表示されていない場合は、もう一度表示できます。',
  },
  'endpoint-busy': {
    what: 'このエンドポイントは現在、利用の上限に達しています。',
    advice: '1 分ほど待ってから、もう一度お試しください。',
  },
  'endpoint-cut-off': { what: '回答が途中で途切れました。', advice: 'もう一度お試しください。' },
  'endpoint-declined': {
    what: 'このエンドポイントは質問を受け付けませんでした。',
    advice: '短くするか、言い換えてみてください。',
  },
  'endpoint-failed': {
    what: 'このエンドポイントは質問に回答できませんでした。',
    advice: '言い換えると回答が得られることがあります。',
  },
  'endpoint-forbidden': {
    what: 'このボットにはこのエンドポイントを使用する権限がありません。',
    advice: 'エンドポイントの所有者が「Can Query」権限を付与する必要があります。',
  },
  'endpoint-not-found': { what: 'このエンドポイントが見つからないか、停止しています。' },
  'endpoint-starting': {
    what: 'このエンドポイントはまだ起動中です。',
    advice: '数分後にもう一度お試しください。',
  },
  'endpoint-timeout': {
    what: '時間内にこのエンドポイントの回答が得られませんでした。',
    advice: '範囲を絞って質問すると、早く回答が得られることがあります。',
  },
  'endpoint-unsure': {
    what: '許可をいただきましたが、実行されたかどうか確認できません。',
    advice: 'もう一度依頼する前に、結果をご確認ください。',
  },
  'genie-bad-response': {
    what: 'Genie からの応答を解釈できませんでした。',
    advice: 'しばらくしてから、もう一度お試しください。',
  },
  'genie-cancelled': { what: 'この質問は Genie でキャンセルされました。' },
  'genie-declined': {
    what: 'Genie はこの質問を受け付けませんでした。',
    advice: '質問を短くするか、言い換えてください。',
  },
  'genie-disabled': {
    what: 'この Databricks ワークスペースでは、Genie または Genie に必要な機能がオフになっています。',
  },
  'genie-failed': {
    what: 'Genie はこの質問に回答できませんでした。',
    advice: '質問を言い換えると、うまくいくことがあります。',
  },
  'genie-forbidden': { what: 'このボットには Genie を使用する権限がありません。' },
  'genie-inactive': {
    what: 'Genie またはその Databricks ワークスペースが一時停止中か、有効になっていません。',
  },
  'genie-not-found': {
    what: 'このボットの Genie スペースが見つからないか、ボットにアクセス権がありません。',
  },
  'genie-redirected': { what: 'Databricks から回答が返されず、別のアドレスに転送されました。' },
  'genie-sign-in': { what: 'Databricks から回答が返されず、サインインを求められました。' },
  'genie-throttled': {
    what: 'Genie が受け付けられる質問数の上限に達しています。',
    advice: '1 分ほど待ってから、もう一度お試しください。',
  },
  'genie-timeout': {
    what: '時間内に Genie の回答が得られませんでした。',
    advice:
      'あとから回答が届いた場合は、ここに投稿します。1 か月分や 1 地域など、範囲を絞って質問すると、早く回答が得られることがあります。',
  },
  'genie-unauthorized': { what: 'このボットの資格情報が Databricks で受け入れられませんでした。' },
  'genie-unavailable': {
    what: 'Genie は現在混み合っているか、利用できません。',
    advice: '数分後にもう一度お試しください。',
  },
  'genie-unreachable': {
    what: 'Databricks に接続できませんでした。',
    advice: '数分後にもう一度お試しください。',
  },
  'identity-changed': {
    what: 'この質問は現在とは異なる権限で送信されたため、もう使用できません。',
    advice: 'もう一度質問してください。',
  },
  internal: {
    what: 'ボット側で問題が発生しました。',
    advice: 'もう一度お試しください。',
  },
  'no-space': { what: 'このボットがアクセスできる Genie スペースがありません。' },
  'secret-unavailable': { what: 'このボットの Databricks 資格情報を取得できませんでした。' },
  'sign-in-expired': {
    what: '回答が届く前に、サインインの有効期限が切れました。',
    advice: 'もう一度質問してください。',
  },
  'sign-in-late': {
    what: '15 分以内にサインインが行われなかったため、Genie に質問しませんでした。',
    advice: 'もう一度質問してください。',
  },
  'sign-in-mismatch': {
    what: 'ここで使用しているアカウントとは別のアカウントでサインインしたため、サインアウトしました。',
    advice: 'もう一度質問し、ここで使用しているアカウントでサインインしてください。',
  },
  'sign-in-refused': {
    what: 'このアカウントは Databricks で受け入れられていません。',
    advice: 'まだ Databricks に登録されていない可能性があります。',
  },
  'sign-in-replaced': {
    what: 'サインインの前に新しい質問が届いたため、この質問は Genie に送信しませんでした。',
  },
  'sign-in-required': {
    what: 'Genie の回答にはご自身の Databricks の権限が使われるため、先にサインインが必要です。',
    advice:
      'ボットとの 1 対 1 のチャットで「サインイン」と入力してから、もう一度質問してください。',
  },
  'sign-in-unavailable': {
    what: 'サインイン情報を管理するサービスに接続できませんでした。',
    advice: '数分後にもう一度お試しください。',
  },
  storage: {
    what: '処理の状態を保存できませんでした。',
    advice: '数分後にもう一度お試しください。',
  },
  'too-busy': {
    what: '順番待ちの質問が多すぎるため、この質問を受け付けられませんでした。',
    advice: '数分後にもう一度お試しください。',
  },
  'too-large': {
    what: 'この結果は大きすぎて読み込めません。',
    advice: '行または列を減らして質問してください。',
  },
  undeliverable: {
    what: '回答の準備はできましたが、ここに届けることができませんでした。',
    advice: 'しばらくしてから、もう一度お試しください。',
  },
};
