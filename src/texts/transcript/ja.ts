import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: 'チャット',
    saved: ({ time }) => `保存日時: ${time}`,
    unknownQuestion: 'この質問はもう表示できません',
    onlyNewest: ({ questions }) =>
      `このファイルには、新しい順に ${questions} 件の質問だけが入っています。`,
    nothingAsked: 'このチャットではまだ質問がありません。',
    open: 'チャットを保存した時点で、この質問はまだ処理中でした。',
    cancelled: 'この質問はキャンセルされました。',
  };
}
