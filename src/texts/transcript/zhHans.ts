import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: '聊天',
    saved: ({ time }) => `保存时间：${time}`,
    unknownQuestion: '此问题已不可用',
    onlyNewest: ({ questions }) => `此文件只包含最近的 ${questions} 个问题。`,
    nothingAsked: '此聊天中还没有提出过问题。',
    open: '保存聊天时，此问题仍在处理中。',
    cancelled: '此问题已取消。',
  };
}
