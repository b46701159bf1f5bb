import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in Japanese. */
export const commands: CommandTexts = {
  help: {
    name: 'ヘルプ',
    sayings: ['使い方', 'コマンド', 'コマンド一覧', '何ができますか', '何ができるの'],
    help: 'このヘルプを表示します',
    teamsMenu: '質問できる内容と質問のしかた',
  },
  reset: {
    name: 'リセット',
    sayings: [
      '新しい会話',
      '新しい会話を始める',
      '新しいチャット',
      '新規チャット',
      '最初からやり直す',
      'やり直す',
    ],
    help: '新しい会話を始めます (これまでの会話は履歴に残ります)',
    teamsMenu: 'Genie との新しい会話を始める',
  },
  history: {
    name: '会話履歴',
    sayings: ['会話の履歴', '会話履歴を表示', '会話一覧', '過去の会話'],
    help: '最近の会話を表示します (続行や削除もできます)',
  },
  spaces: {
    name: 'スペース',
    sayings: [
      'スペース一覧',
      'スペースを変更',
      'スペースを切り替える',
      'スペース切り替え',
      'スペースを表示',
    ],
    help: '利用できるスペースを表示し、切り替えます',
  },
  cancel: {
    name: 'キャンセル',
    sayings: ['キャンセルする', '中止する', 'ストップ', '質問をキャンセル'],
    help: '回答を待つのをやめます',
  },
  sql: {
    name: 'sql',
    sayings: ['sqlを表示', 'sql を表示', 'sqlを見せて', 'sqlを見る'],
    help: '最後の回答の SQL を表示します',
  },
  show: {
    name: '回答を表示',
    sayings: ['回答を見せて', '回答を見る', '回答をもう一度表示', 'もう一度表示'],
    help: '最後の回答をもう一度表示します',
  },
  feedback: {
    name: 'フィードバック',
    sayings: ['評価する', '回答を評価', '回答を評価する', 'フィードバックする'],
    help: '最後の回答を評価します',
  },
  info: {
    name: 'ボット情報',
    sayings: ['ボットについて', 'このボットについて', 'ボットの情報'],
    help: '回答の情報源と、Genie に送信される情報を表示します',
    teamsMenu: '回答の情報源と問い合わせ先',
  },
  whoami: {
    name: '私は誰',
    sayings: ['私は誰ですか', 'わたしは誰', '自分の情報'],
    help: 'ボットが認識しているユーザー情報を表示します',
    teamsMenu: 'ボットが認識しているユーザー情報',
  },
  email: {
    name: 'メールアドレスを設定',
    sayings: ['メールアドレスの設定', 'メールアドレスを変更', 'メールアドレスの変更'],
    help: 'メールアドレスを設定します (ボットが認識していない場合)',
  },
  'sign in': {
    name: 'サインイン',
    sayings: ['ログイン', 'サインインする', 'ログインする'],
    help: 'サインインして、Genie の回答にご自身の Databricks の権限を使います',
  },
  logout: {
    name: 'サインアウト',
    sayings: ['ログアウト', 'サインアウトする', 'ログアウトする', '私を忘れて'],
    help: 'ユーザー情報を消去します (「サインアウトして削除」では、Genie の会話も削除します)',
  },
  'logout and delete': {
    name: 'サインアウトして削除',
    sayings: ['ログアウトして削除', 'サインアウトしてすべて削除', 'ログアウトしてすべて削除'],
  },
  status: { name: 'status', sayings: [] },
};
