import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps({ count }: Grammar): Texts['firstSteps'] {
  return {
    welcome: {
      title: '你好！',
      offer: ({ space }) =>
        `用你自己的话向我提问，了解${space ? `“${space}”` : '你公司的数据'}。Databricks Genie 会以表格回答，并提供相应的 SQL。`,
      offerEndpoint: ({ endpoint }) => `用你自己的话向我提出“${endpoint}”可以回答的问题。`,
      summary: ({ offer }) => `你好！${offer}`,
      demo: '这是使用虚构销售数据的演示。',
      more: '输入“帮助”，看看我还能做什么。',
    },
    help: {
      title: '如何提问',
      how: '用你自己的话提问，然后继续追问，例如“按地区呢？”。为了获得最佳答案，请说明要统计的指标、时间范围以及分组方式。',
      commands: '你还可以输入',
      charts: ({ line, table }) => `若要换一种方式查看上一个答案，请输入“${line}”或“${table}”等。`,
      all: '所有命令',
      contact: ({ contact }) => `遇到问题？请联系 ${contact}。`,
    },
    mention: ({ name }) => `请在每条消息的开头加上 ${name}。我在这里看不到其他消息。`,
    didYouMean: {
      ask: ({ command }) => `你是不是想输入“${command}”？`,
      askGenie: ({ words }) => `提问“${words}”`,
    },
    edited: {
      offer: ({ question }) => `你编辑了一个已发送的问题。要按修改后的内容“${question}”提问吗？`,
      ask: '按修改后的内容提问',
    },
    unknownButton: '我无法识别此按钮。它可能来自较早的消息。请输入你的问题。',
    noFiles: '我无法读取文件、图片或录音。请输入你的问题。',
    adminsOnly: {
      change: '只有此机器人的管理员才能更改此设置。',
      status: '只有此机器人的管理员才能查看其状态。',
    },
    spaces: {
      one: '有一个可用空间',
      several: '你可以提问的空间',
      untitled: '无标题空间',
      use: '使用此空间',
      useInChannel: '用于此频道',
      hidden: ({ spaces }) => `还有 ${count(spaces)} 个空间未显示。`,
      gone: '此空间已不可用。',
      setForChannel: '已完成。此频道中的新对话将使用此空间，除非有人选择其他空间。',
      switched: ({ title }) => `已切换到“${title}”。你的下一个问题将开始新对话。`,
      alreadyThere: ({ title }) => `你已在使用“${title}”。你的对话将继续。`,
    },
  };
}
