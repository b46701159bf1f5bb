import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'ja',
    errorTitle: 'チャットを利用できません',
    signInTitle: 'サインイン',
    signInLink: 'サインイン',
    'signed-out': 'データについて質問するには、職場のアカウントでサインインしてください。',
    off: 'ここにはチャットページがありません。管理者が有効にできます。',
    foreign:
      'この操作はチャット自身のページからのみ行えます。チャットを専用のタブで開いてください。',
    'not-found': 'このアドレスには何もありません。',
    gone: 'これはもうありません。',
    'wrong-method': 'このアドレスではその操作はできません。',
    'bad-request': 'このリクエストは正しくありません。ページを再読み込みしてください。',
    busy: 'まだ処理中です。少し待ってからもう一度お試しください。',
    unavailable: '現在チャットに接続できません。少し待ってからもう一度お試しください。',
    failed: '問題が発生しました。もう一度お試しください。',
  };
}
