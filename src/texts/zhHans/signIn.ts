import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function signIn({ count }: Grammar): Texts['signIn'] {
  return {
    withYourRights: 'Genie 使用你的 Databricks 权限回答问题。',
    withBotRights: 'Genie 使用此机器人的权限回答问题，对所有人都一样。',
    card: {
      button: '登录',
      ask: '请登录。Genie 使用你的 Databricks 权限回答问题。',
      summary: '请登录，以便 Genie 使用你的 Databricks 权限回答问题。',
      question: ({ question }) =>
        `你登录后，我会回答你的问题“${question}”。如果在 15 分钟内登录，则无需重新输入。`,
      replaced: '它将取代你之前提出的问题。',
      code: '如果页面显示六位数验证码，请在此处输入。',
    },
    again: {
      expired: '你的登录已过期。',
      failed: '登录未成功。',
      'wrong-codes': '这次的验证码也不正确，因此请使用新验证码重新登录。',
      'other-account':
        '你登录的帐户与你在这里使用的帐户不同，因此我已为你退出登录。请用你在这里使用的帐户登录。',
    },
    signInAs: ({ account }) =>
      `你登录的帐户与你在这里使用的帐户不同，因此我已为你退出登录。请以 ${account} 的身份登录。`,
    first: {
      answerThere: '请先在我们的一对一聊天中登录；我会在那里回答。',
      answerHere: '请先在我们的一对一聊天中登录；然后我会在这里回答。',
      openChat: '请打开与我的聊天，并在 15 分钟内输入“登录”。',
    },
    done: {
      as: ({ name }) => `你已以 ${name} 的身份登录。`,
      unnamed: '你已登录。',
      asking: '正在提交你的问题…',
      tooLate: '你的问题等待已超过 15 分钟，请重新提问。',
      whatNext: '你想了解什么？',
    },
    code: {
      wrong: ({ triesLeft }) =>
        `验证码不正确。请检查后重新输入：你还可以尝试 ${count(triesLeft)} 次。`,
      wrongAtLast: '这次的验证码也不正确，因此本次登录已结束。若要重新登录，请输入“登录”。',
      tooMany: (number) => `输入错误验证码的次数过多。请在 ${count(number)} 分钟后再试。`,
      contested: (number) =>
        `另一个聊天也在等待同一次登录，因此我无法判断登录属于哪个聊天。请在 ${count(number)} 分钟后输入“登录”。`,
      over: '本次登录已结束。若要重新登录，请输入“登录”。',
      late: '本次登录用时超过 15 分钟。若要重新登录，请输入“登录”。',
      unexpected: '我现在不需要验证码。若要获取验证码，请输入“登录”。',
    },
    failed: {
      notSetUp: '此机器人的登录功能未正确设置。',
      notDone: 'Microsoft Teams 无法完成登录。',
      consent: '请点击卡片上的“登录”，并同意 Microsoft 的请求。',
      interaction: '请点击卡片上的“登录”：Microsoft 需要先向你确认一些信息。',
      otherwise: '如果未成功，请输入“登录”。',
    },
    signedOut: '你已退出登录，你的下载链接也已失效。下次提问时，我会请你登录。',
    wasSignedOut: '你之前没有登录。下次提问时，我会请你登录。',
  };
}
