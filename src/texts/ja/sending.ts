import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: '完了しました。回答は下にあります。',
    cardAsText: 'このチャットではカードを表示できないため、内容をテキストで表示しています。',
  };
}
