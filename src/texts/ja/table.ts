import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table({ count }: Grammar): Texts['table'] {
  return {
    notLoaded: 'この表の行を読み込めませんでした。',
    missing,
    loadAgain: '行を再読み込み',
    moreRows: '続きの行',
    noneSent: 'Genie からこの表の行が返されませんでした。',
    noneReturned: 'クエリの結果は 0 行でした。',
    returnedElsewhere: (total) =>
      `クエリの結果は ${count(total)} 行ですが、ここには表示できません。`,
    firstRows: ({ shown, total }) => `${count(total)} 行中 ${count(shown)} 行`,
    rowsFrom: ({ first, last, total }) =>
      `${count(total)} 行中 ${count(first)}～${count(last)} 行目`,
    someColumns: ({ shown, total }) => `${count(total)} 列中 ${count(shown)} 列`,
    shortened: '長い値は省略しています。',
    onlyReturned: (number) => `Genie から返されたのは、最初の ${count(number)} 行だけです。`,
    stoppedAt: (number) =>
      `Genie は ${count(number)} 行で取得を止めました。データにはまだ続きがあります。`,
    timesAreIn: (zone) => `時刻のタイムゾーンは ${zone} です。`,
  };
}

const missing: Texts['table']['missing'] = {
  'not-loaded': '行は読み込まれませんでした。',
  'not-started': 'クエリはまだ開始されていませんでした。',
  'still-running': 'クエリはまだ実行中でした。',
  'too-slow': 'クエリに時間がかかりすぎました。',
  failed: 'クエリが失敗しました。',
  cancelled: 'クエリはキャンセルされました。',
  expired: '結果の有効期限が切れました。',
  'not-given': 'Genie から行を取得できませんでした。',
  refused: 'Genie が要求を拒否しました。',
  gone: '行はもう Genie に残っていません。',
  'too-large': 'サイズが大きすぎて読み込めません。',
  busy: '現在 Genie が混み合っているため、行を取得できませんでした。',
  silent: 'Genie から応答がなかったため、行を取得できませんでした。',
  unreachable: 'Genie に接続できなかったため、行を取得できませんでした。',
  'turned-off': 'このワークスペースでは Genie がオフになっています。',
  inactive: 'Databricks ワークスペースが一時停止中か、有効になっていません。',
  redirected: 'Databricks から別のアドレスに転送されました。',
  'asked-to-sign-in': 'Databricks からサインインを求められました。',
  'bot-not-accepted': 'このボットの資格情報が Databricks で受け入れられませんでした。',
  'bot-lacks-access': 'このボットには行へのアクセス権がありません。',
  'bot-kept-out': 'このボットは Databricks へのアクセスを許可されていません。',
  'person-not-accepted': 'サインインが Databricks で受け入れられませんでした。',
  'person-lacks-access': '行へのアクセス権がありません。',
  'gone-or-no-access': '行がもう Genie に残っていないか、行へのアクセス権がなくなりました。',
  'sign-in-page': '代わりに Databricks のサインインページが返されました。',
  'sign-in-without-genie': '現在のサインインでは、Genie にアクセスできません。',
  'lacks-data-access': 'このデータの一部に、アクセスする権限がありません。',
  'lacks-space-access': 'この Genie スペースへのアクセス権がありません。',
  'lacks-workspace-access': 'Databricks ワークスペースへのアクセス権がありません。',
  'no-warehouse': 'Genie は、このスペースの SQL ウェアハウスを使用できません。',
  'sign-in-expired': 'サインインの有効期限が切れました。',
  'sign-in-mismatch': '別のアカウントでサインインしています。',
  'sign-in-refused': 'お使いのアカウントは Databricks で受け入れられません。',
  'sign-in-required': '先にサインインする必要があります。',
  'sign-in-unavailable': 'サインイン情報を管理するサービスに接続できませんでした。',
};
