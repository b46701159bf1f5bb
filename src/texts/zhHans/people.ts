import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people({ count }: Grammar): Texts['people'] {
  return {
    noAccess: ({ contact }) => `你无权访问此机器人。若要申请访问权限，请联系 ${contact}。`,
    unknown: '我无法确认你的身份。请稍后再试。',
    tooOften: '你在短时间内发送了太多消息。请过一分钟再试。',
    tooManyPerMinute: '你已达到每分钟的问题数量上限。请过一分钟再试。',
    tooBusy: '目前排队的问题太多。请过几分钟再试。',
    tooManyOpen: ({ limit }) =>
      `你在这里已有 ${count(limit)} 个问题正在处理。请等待答案，或输入“取消”停止等待。`,
    tooManyWaiting: ({ limit }) => `你已有 ${count(limit)} 个问题在排队。请等其中一个得到回答。`,
    questionTooLong: ({ limit }) => `你的问题太长。最多 ${count(limit)} 个字符。`,
    askForEmail:
      '在我向 Genie 提问之前，请告诉我你的电子邮件地址（也可以附上姓名），例如“Ada Lovelace <ada@example.com>”。之后我会立即提交你的问题。',
    introduced: ({ email }) =>
      `谢谢。在你输入“退出登录”之前，我会将 ${email} 用作你的电子邮件地址（未验证）。`,
    askingNow: '正在提交你的问题：',
    forgotten: '我已清除你的身份信息以及你在此聊天中的历史记录。',
    teamsTellsAgain: '你下次提问时，Teams 会再次将你的姓名和电子邮件地址告诉我。',
    pageTellsAgain: '你下次提问时，此页面的登录信息会再次将你的姓名和电子邮件地址告诉我。',
    reloadPage: '你离开了一段时间。请重新加载页面以继续。',
    deleted: ({ number }) => `我已删除你的 ${count(number)} 个对话。`,
    nothingToDelete: '没有可删除的对话。',
    leftUndeleted: ({ number }) =>
      `有 ${count(number)} 个对话无法删除，因为提问时使用的权限与你现在的权限不同。`,
  };
}
