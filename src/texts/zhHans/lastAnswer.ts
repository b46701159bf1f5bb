import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer({ count }: Grammar): Texts['lastAnswer'] {
  return {
    none: '你在此聊天中还没有收到过答案。',
    coming: '正在处理。答案准备好后会立即发给你。',
    onlyTheAsker: '只有提问者本人才能执行此操作，且仅限一段时间内。',
    onlyInOwnChat: '该答案在我们的一对一聊天中，只有你能看到。请在那里操作。',
    placeNote: {
      private: '我会在我们的一对一聊天中回答，只有你能看到。',
      closed:
        '我无法在一对一聊天中联系你。请打开与我的聊天并输入“显示答案”，我会在那里回答，只有你能看到。',
    },
    cannotShowAs: {
      line: '无法用折线图显示上一个答案。折线图需要数值以及日期或类别。',
      bar: '无法用柱状图显示上一个答案。柱状图需要类别和数值（在 Teams 中不能有负数）。',
      donut: '无法用环形图显示上一个答案。环形图需要能够相加为整体的数值。',
      table: '上一个答案不包含表格。',
    },
    sql: {
      title: '上一个答案的 SQL',
      none: '上一个答案没有 SQL。',
      hidden: ({ queries }) => `还有 ${count(queries)} 个查询未显示。`,
    },
    rating: {
      ask: '此答案有帮助吗？',
      removed: '已撤销你的评价。',
      sent: '谢谢。你的评价已发送给 Genie。',
      sentWithComment: '谢谢。你的评价和评论已发送给 Genie。',
      saved: '谢谢。你的评价已保存。',
      savedWithComment: '谢谢。你的评价和评论已保存。',
      commentHint: '有什么问题？（可选）',
      sendComment: '发送评论',
      notSaved: '无法保存你的评价。',
      notSent: '无法将你的评价发送给 Genie。',
    },
    download: {
      open: { csv: '打开 CSV 文件', xlsx: '打开 Excel 文件' },
      content: '该文件包含表格的所有行。',
      expires: ({ minutes }) =>
        `任何拥有此链接的人都可以打开该文件。链接将在 ${count(minutes)} 分钟后过期。`,
      summary: '你的文件已准备就绪。',
      off: '下载功能已不可用。',
    },
    pages: {
      notLoaded: ({ reason }) => `无法加载行。${reason}`,
      noMoreFromGenie: 'Genie 只返回了这些行。',
      noMore: '没有更多行了。',
    },
    notRecalled: '我现在无法找回此问题。请重新输入。',
    share: {
      shared: {
        channel: '已分享到频道。',
        thread: '已分享到消息串。',
        chat: '已分享到聊天。',
      },
      already: '已经分享过了。',
      unsure: {
        channel: '我可能已经分享过，但无法确定是否送达。请查看频道。',
        thread: '我可能已经分享过，但无法确定是否送达。请查看消息串。',
        chat: '我可能已经分享过，但无法确定是否送达。请查看聊天。',
      },
      refused: {
        channel: '我无法在频道中发布消息，可能已被移出该频道。',
        thread: '我无法在消息串中发布消息，可能已被移出。',
        chat: '我无法在聊天中发布消息，可能已被移出该聊天。',
      },
    },
  };
}
