import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations({ count }: Grammar): Texts['conversations'] {
  const asked = (questions: number) =>
    questions > 1 ? `你的 ${count(questions)} 个问题` : '你的问题';
  return {
    history: {
      title: '你在这里的对话',
      none: '你在这里还没有对话。',
      questions: ({ questions }) => `${count(questions)} 个问题`,
      current: '当前',
      older: ({ conversations }) => `还有 ${count(conversations)} 个更早的对话未显示。`,
      continue: '继续',
      continueTip: ({ title }) => `继续：${title}`,
      delete: '删除',
      deleteTip: ({ title }) => `删除：${title}`,
      confirmDelete: '是否删除此对话？Genie 中的对话也会一并删除，且无法恢复。',
      confirmDeleteHere: '是否删除此对话？删除后无法恢复。',
    },
    continuing: ({ title }) => `继续对话“${title}”。`,
    deleted: ({ title }) => `已从 Genie 和你的历史记录中删除“${title}”。`,
    deletedHere: ({ title }) => `已从你的历史记录中删除“${title}”。`,
    stillAnswering: '我仍在回答此对话中的问题。请先输入“取消”。',
    notThere: '此对话已不存在，或者属于其他人。',
    startingNew: '已完成。你的下一个问题将开始新对话。',
    untitled: ({ date }) => `${date} 的聊天`,
    unread: '目前无法显示此回答。',
    deleteAll: {
      confirmHere: '是否删除你在这里的所有对话并退出登录？删除后无法恢复。',
      confirm: '是否删除你在这里的所有对话并退出登录？Genie 中的对话也会一并删除，且无法恢复。',
      button: '删除并退出登录',
    },
    cancel: {
      stopped: ({ questions }) => `已取消${asked(questions)}。`,
      notSent: ({ questions }) => `已取消。${asked(questions)}尚未发送给 Genie。`,
      sent: ({ questions }) =>
        `我已停止等待${asked(questions)}的答案。Genie 可能仍会在后台完成处理。你的下一个问题将开始新对话。`,
      someSent: ({ questions, asked: sent }) =>
        `我已停止等待${asked(questions)}的答案。其中 ${count(sent)} 个已发送给 Genie，可能仍会在后台完成处理。你的下一个问题将开始新对话。`,
      tooLate: '答案正在发送，现在已无法取消。',
      nothing: '没有可取消的内容。你没有正在处理的问题。',
    },
  };
}
