import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer({ count }: Grammar): Texts['answer'] {
  return {
    showTable: '显示表格',
    showChart: '显示图表',
    showSql: '显示 SQL',
    hideSql: '隐藏 SQL',
    showUnderstanding: '查看理解过程',
    hide: '隐藏',
    download: '下载',
    more: '更多',
    back: '返回',
    moreRows: '更多行',
    previousRows: '前面的行',
    askAgain: '再问一次',
    askAgainTip: '再次提出同一问题',
    share: {
      channel: '分享到频道',
      thread: '分享到消息串',
      chat: '分享到聊天',
    },
    tryAgain: '重试',
    approval: {
      ask: ({ tool }) => `我可以使用“${tool}”吗？`,
      askOf: ({ tool, server }) => `我可以使用“${server}”中的“${tool}”吗？`,
      calledWith: '将使用以下内容：',
      shortened: ({ shown, total }) =>
        `共 ${count(total)} 个字符，此处只能显示 ${count(shown)} 个。无法看到全部内容，因此不能允许。`,
      allow: '允许',
      deny: '不允许',
      allowed: '已允许。',
      denied: '未允许。',
      answered: '你已经答复过了。',
      over: '此后对话已继续，因此无法再答复。请重新提问。',
    },
    thumbs: {
      up: '👍 有帮助',
      upTip: '此答案有帮助',
      down: '👎 没有帮助',
      downTip: '此答案没有帮助',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: '撤销评价',
      removeTip: '撤销你的评价',
    },

    askNext: '接下来可以问',
    startedAnew: {
      space: '之前对话中的回答方已不可用，因此这是新的对话。',
      mode: 'Genie 现在使用另一种模式，因此这是一个新对话。',
      identity: '这是一个新对话：之前的对话使用的是其他权限。',
      'conversation-gone': 'Genie 中已没有我们之前的对话，因此这是一个新对话。',
      idle: '距离上次提问已有一段时间，因此这是一个新对话。',
    },
    asked: {
      channel: ({ question }) => `你在频道中提问：“${question}”`,
      thread: ({ question }) => `你在消息串中提问：“${question}”`,
      chat: ({ question }) => `你在聊天中提问：“${question}”`,
    },
    replyIn: {
      channel: '请在频道中回复。',
      thread: '请在消息串中回复。',
      chat: '请在聊天中回复。',
    },
    replyInFor: {
      channel: ({ example }) => `请在频道中回复，例如“${example}”。`,
      thread: ({ example }) => `请在消息串中回复，例如“${example}”。`,
      chat: ({ example }) => `请在聊天中回复，例如“${example}”。`,
    },
    empty: 'Genie 没有找到答案。请尝试换一种说法提问。',
    hiddenTables: ({ tables }) => `还有 ${count(tables)} 个表格未显示。`,

    textShortened: '为适应消息大小，文本已缩短。',
    sqlTooLong: 'SQL 太长，无法在此显示。',
    sqlShortened: ({ shown, total }) =>
      `SQL 已缩短：共 ${count(total)} 个字符，显示 ${count(shown)} 个。`,

    question: ({ question }) => `“${question}”`,
    rows: (rows) => `${count(rows)} 行`,
    atLeastRows: (rows) => `至少 ${count(rows)} 行`,

    summary: {
      table: '答案是一个表格。',
      none: '没有答案。',
    },
  };
}
