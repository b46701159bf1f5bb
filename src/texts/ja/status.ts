import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status({ count, decimal }: Grammar): Texts['status'] {
  return {
    title: ({ hours }) => `過去 ${decimal(hours)} 時間`,
    questions: '質問',
    number: (number) => `${count(number)} 件`,
    atLeast: ({ questions }) => `${count(questions)} 件以上`,
    summary: ({ title, questions }) => `${title}の質問: ${questions}。`,
    answered: '回答済み',
    underWay: '処理中',
    notAnswered: '未回答',
    none: 'なし',
    subscriptions: 'サブスクリプション',
    runs: ({ asked, sent, failed }) =>
      `質問 ${count(asked)} 件、送信 ${count(sent)} 件、失敗 ${count(failed)} 件`,
    timeToAnswer: '回答までの時間',
    timeToAcknowledge: '受付までの時間',
    percentiles: ({ median, p95 }) => `中央値 ${median}、95 パーセンタイル ${p95}`,
    now: '現在',
    genie: 'Genie',
    down: ({ silence, tried }) => `${silence}間応答なし (最後の試行は ${tried}前)`,
    budget: 'Genie の利用枠',
    spent: ({ started, perMinute }) =>
      `直近 1 分間の質問 ${count(started)} 件 (上限 ${count(perMinute)} 件)`,
    throttled: ({ spent, duration }) => `${spent}、あと ${duration}間は制限中`,
    waiting: '順番待ち',
    crowd: 'Web Chat と Direct Line',
    unknownPerson: '不明なユーザー',
    inLine: ({ questions }) => `順番待ち ${count(questions)} 件`,
    clear: '順番待ちから削除',
    clearTip: ({ who }) => `順番待ちから削除: ${who}`,
    cleared: ({ questions }) => `順番待ちの質問を ${count(questions)} 件削除しました。`,
  };
}
