import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: '已完成。答案在下方。',
    cardAsText: '此聊天不接受卡片，因此以文本形式显示其内容。',
  };
}
