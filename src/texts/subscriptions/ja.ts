import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function subscriptions({ count }: Grammar): Texts['subscriptions'] {
  return {
    example: 'サブスクライブ 平日 9:00: 昨日の地域別売上',
    buttons: {
      subscribe: 'サブスクライブ',
      subscribeTip: 'この質問の回答を定期的に受け取る',
      save: '保存',
      pause: '一時停止',
      resume: '再開',
      change: '変更',
      unsubscribe: '解除',
      toChannel: 'チャネルに投稿',
      condition: '条件を追加',
    },
    tip: ({ button, question }) => `${button}: ${question}`,
    form: {
      title: 'この回答をサブスクライブ',
      change: 'このサブスクリプションを変更',
      every: '頻度',
      time: ({ timeZone }) => `時刻 (${timeZone})`,
      only: '回答を表示する条件',
      figure: '数値',
      amount: '基準値',
      asNow: ({ now }) => `現在の設定: ${now}`,
      days: {
        day: '毎日',
        weekday: '毎週月曜日から金曜日',
        1: '毎週月曜日',
        2: '毎週火曜日',
        3: '毎週水曜日',
        4: '毎週木曜日',
        5: '毎週金曜日',
        6: '毎週土曜日',
        7: '毎週日曜日',
        month: '毎月 1 日',
        last: '毎月の最終日',
      },
      conditions: {
        always: '常に表示',
        'with-rows': '行がある場合',
        above: '数値が基準値を上回る場合',
        below: '数値が基準値を下回る場合',
        moved: '基準値以上に変動した場合',
        'moved-percent': '基準値 (%) 以上に変動した場合',
      },
    },
    says: {
      created: 'サブスクライブしました',
      known: '既にサブスクライブしています',
      changed: '変更しました',
      paused: '一時停止しました',
      resumed: '再開しました',
      ended: '解除しました',
      moved: '今後の回答はチャネルに投稿されます',
      'paused-access': 'このサブスクリプションを一時停止しました',
      'paused-gone': 'このサブスクリプションを一時停止しました',
      'ended-gone': 'このサブスクリプションを終了しました',
    },
    why: {
      'paused-access': {
        own: 'このボットまたはデータへのアクセス権がなくなりました。アクセス権が戻ったら、「再開」を選択してください。',
        others:
          'サブスクライブしたユーザーに、このボットまたはデータへのアクセス権がなくなりました。アクセス権が戻れば、そのユーザーが再開できます。',
      },
      'paused-gone': {
        own: '連絡できませんでした。続けるには、「再開」を選択してください。',
        others: 'サブスクライブしたユーザーに連絡できなくなりました。',
      },
      'ended-gone': {
        own: '連絡できませんでした。',
        others: 'サブスクライブしたユーザーに連絡できなくなりました。',
      },
    },
    question: ({ question }) => `「${question}」`,
    next: ({ due }) => `次回: ${due}`,
    isPaused: '一時停止中',
    where: {
      private: '回答は、ご自身だけが見られるこのボットとのチャットに届きます。',
      thread: '回答はこのスレッドに届きます。',
      channel: '回答は毎回、チャネルの新しい投稿になります。',
    },
    figure: ({ column }) => `「${column}」`,
    figureOf: ({ column, row }) => `「${row}」の「${column}」`,
    only: {
      'with-rows': '行がある場合のみ',
      above: ({ figure, limit }) => `${figure}が ${limit} を上回る場合のみ`,
      below: ({ figure, limit }) => `${figure}が ${limit} を下回る場合のみ`,
      moved: ({ figure, by }) => `${figure}が ${by} 以上変動した場合のみ`,
    },
    finding: {
      above: ({ figure, now, limit }) => `${figure}は ${now} で、${limit} を上回っています。`,
      below: ({ figure, now, limit }) => `${figure}は ${now} で、${limit} を下回っています。`,
      moved: ({ figure, now, before, by }) =>
        `${figure}が ${before} から ${now} に変動しました (${by})。`,
      before: ({ before, date }) => `前回は ${before} でした (${date})。`,
      since: ({ date }) => `前回の数値は ${date} のものです。`,
      first: ({ figure, now }) => `${figure}は ${now} です。今後はこの数値と比較します。`,
      noTable: 'この回答には読み取れる表がないため、条件を確認できませんでした。',
      missing: {
        column: ({ figure }) =>
          `この回答では、${figure}の列がないか複数あるため、条件を確認できませんでした。`,
        row: ({ figure }) =>
          `この回答では、${figure}の行がないか複数あるため、条件を確認できませんでした。`,
        number: ({ figure }) =>
          `この回答には${figure}の数値がないため、条件を確認できませんでした。`,
      },
    },
    skipped: ({ times, since }) =>
      times === 1
        ? `前回 (${since}) は回答できませんでした。`
        : `${since} 以降、${count(times)} 回は回答できませんでした。`,
    summary: ({ question, summary }) => `${question}: ${summary}`,
    continuesHere: '次の質問は、この回答についての質問になります。',
    failed: '次回もう一度試します。失敗が続く場合、毎回はお知らせしません。',
    waitsForSignIn: ({ question }) =>
      `サブスクリプション「${question}」の時刻になりました。サインインが完了したら、回答をお届けします。`,
    list: {
      title: 'ここでのサブスクリプション',
      none: 'ここでのサブスクリプションはありません。回答の下の「サブスクライブ」を選択するか、次のように入力してください:',
      elsewhere: ({ number }) => `ほかのチャットに ${count(number)} 件あります。`,
      hidden: ({ number }) => `ほかの ${count(number)} 件は表示していません。`,
    },
    refused: {
      when: ({ given }) => `「${given}」がいつのことかわかりません。`,
      time: ({ given }) => `「${given}」という時刻がわかりません。`,
      zone: ({ given }) => `「${given}」というタイム ゾーンがわかりません。`,
      day: ({ given }) =>
        `「${given}」がない月もあります。28 日までの日、または最終日を指定してください。`,
      'no-time': '時刻を選択してください。',
      'no-question': 'いつ、どの質問の回答を受け取るかを入力してください。',
      'too-many': ({ limit }) =>
        `サブスクリプションが既に上限の ${count(limit)} 件あります。新しく追加するには、1 件解除してください。`,
      amount: '基準値を 0 より大きい数値で入力してください。',
      limit: '基準値を数値で入力してください。',
      figure: '比較する数値を選択してください。',
      'no-figure': 'この回答には、比較できる数値がありません。',
      off: 'このボットでは、サブスクリプションがオフになっています。',
      'not-signed-in': 'ここでサブスクライブするには、このページにサインインする必要があります。',
      'no-place':
        'ここには後から回答をお届けできません。このボットとの別のチャットでサブスクライブしてください。',
      'not-yours':
        'この操作ができるのは、サブスクライブしたユーザーとこのチャネルの管理者だけです。',
      gone: 'このサブスクリプションは既に存在しません。',
      'only-admins': 'チャネルへの回答の投稿を設定できるのは、このチャネルの管理者だけです。',
    },
    tryThis: '例:',
    dayExamples: [
      'サブスクライブ 毎月1日 9:00: 先月の地域別売上',
      'サブスクライブ 毎月末日 9:00: 今月の地域別売上',
    ],
    zoneExample: 'サブスクライブ 毎日 9:00 Asia/Tokyo: 昨日の地域別売上',
    allEnded: ({ number }) => `サブスクリプション ${count(number)} 件を終了しました。`,
  };
}
