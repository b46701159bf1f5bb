import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: '关于此机器人',
      source: '答案来源',
      demo: '演示工作区（虚构的销售数据，不含 AI）',
      sent: '发送给 Genie 的内容',
      sentToEndpoint: '发送给终结点的内容',
      history: '对话中之前的内容',
      question: '你的问题',
      email: '你的电子邮件地址',
      ratings: '你的评价',
      newConversation: '开始新对话',
      afterIdle: ({ hours }) => `闲置 ${decimal(hours)} 小时后`,
      contact: '联系人',
      version: '版本',
      summary: ({ source }) => `答案来源：${source}。`,
    },
    whoami: {
      title: '你的身份',
      summary: '你的身份',
      name: '姓名',
      email: '电子邮件',
      unverifiedEmail: '电子邮件（未验证）',
      sources: {
        teams: '来自你的 Teams 个人资料。',
        page: '来自你在此页面的登录信息。',
        'self-declared': '在此聊天中输入，未经验证。',
      },
      unknown: '我不知道你的姓名和电子邮件地址。',
      signedInAs: '登录身份',
      notSignedIn: '你尚未登录。若要登录，请输入“登录”。',
      separate: '你与 Genie 的对话和其他人的对话相互独立。',
    },
    email: {
      ask: '你的电子邮件地址是什么？你也可以附上姓名，例如“Ada Lovelace <ada@example.com>”。我无法验证此地址，因此会将其标记为“未验证”。',
    },
    signIn: {
      needless: '无需登录：Genie 使用此机器人的权限回答问题。',
      elsewhere: '请在与我的一对一聊天中登录：打开与我的聊天，然后输入“登录”。',
      already: ({ name }) => (name ? `你已以 ${name} 的身份登录。` : '你已登录。'),
    },
  };
}
