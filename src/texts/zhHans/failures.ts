import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: '操作未成功。',
    silence: ({ duration }) => `Genie 在 ${duration}内没有响应。`,
    contact: ({ contact }) => `请联系 ${contact}，并提供下面的错误 ID。`,
    contactAdmin: '请联系你的管理员，并提供下面的错误 ID。',
    contactWithThisId: ({ contact }) => `请联系 ${contact}，并提供此错误 ID。`,
    errorId: ({ errorId }) => `错误 ID：${errorId}`,
    errorIdAtEnd: ({ errorId }) => `（错误 ID：${errorId}）`,
    tryAgain: '重试',
    showTheAnswer: '显示答案',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': { what: '我已不再保存此答案。', advice: '请重新提问。' },
  'bad-request': { what: '我无法处理此问题。', advice: '请以纯文本重新提问。' },
  'chat-deleted': { what: '此聊天已删除。', advice: '请开始新的聊天。' },
  'cleared-by-admin': { what: '管理员已将此问题从队列中移除。' },
  'cancelled-by-asker': { what: '你已取消此问题。' },
  config: { what: '此机器人尚未完成设置。' },
  'conversation-closed': {
    what: 'Genie 无法继续我们的对话。',
    advice: '重新提问会开始新对话。',
  },
  'conversation-gone': {
    what: 'Genie 中已没有我们的对话。',
    advice: '重新提问会开始新对话。',
  },
  'delivery-unsure': {
    what: '我已发送答案，但无法确定是否送达。',
    advice: '如果上方没有显示，我可以再显示一次。',
  },
  'endpoint-busy': { what: '此终结点目前已达到上限。', advice: '请过一分钟再试。' },
  'endpoint-cut-off': { what: '回答在结束前中断了。', advice: '请再试一次。' },
  'endpoint-declined': { what: '此终结点没有接受该问题。', advice: '请缩短问题或换一种说法。' },
  'endpoint-failed': { what: '此终结点无法回答该问题。', advice: '换一种说法可能会有帮助。' },
  'endpoint-forbidden': {
    what: '此机器人没有使用此终结点的权限。',
    advice: '终结点的所有者需要授予它“Can Query”权限。',
  },
  'endpoint-not-found': { what: '找不到此终结点，或者它已关闭。' },
  'endpoint-starting': { what: '此终结点仍在启动。', advice: '请过几分钟再试。' },
  'endpoint-timeout': {
    what: '此终结点未能及时回答。',
    advice: '缩小问题的范围，通常可以更快得到答案。',
  },
  'endpoint-unsure': {
    what: '你已允许，但我无法确定操作是否已执行。',
    advice: '再次请求之前，请先核实。',
  },
  'genie-bad-response': { what: '我无法理解 Genie 发送的回复。', advice: '请稍后再试。' },
  'genie-cancelled': { what: '此问题已在 Genie 中取消。' },
  'genie-declined': {
    what: 'Genie 没有接受此问题。',
    advice: '请缩短问题或换一种说法。',
  },
  'genie-disabled': { what: '此 Databricks 工作区中的 Genie 或其所需的功能已关闭。' },
  'genie-failed': {
    what: 'Genie 无法回答此问题。',
    advice: '换一种说法通常会有帮助。',
  },
  'genie-forbidden': { what: '此机器人没有使用 Genie 的权限。' },
  'genie-inactive': { what: 'Genie 或其 Databricks 工作区已暂停或未激活。' },
  'genie-not-found': { what: '找不到此机器人的 Genie 空间，或者机器人无权访问它。' },
  'genie-redirected': { what: 'Databricks 没有回答，而是将我重定向到了另一个地址。' },
  'genie-sign-in': { what: 'Databricks 没有回答，而是要求我登录。' },
  'genie-throttled': { what: 'Genie 目前已达到问题数量上限。', advice: '请过一分钟再试。' },
  'genie-timeout': {
    what: 'Genie 未能及时回答。',
    advice:
      '如果答案稍后送达，我会发布在这里。缩小问题的范围（例如只问一个月或一个地区），通常可以更快得到答案。',
  },
  'genie-unauthorized': { what: 'Databricks 没有接受此机器人的凭据。' },
  'genie-unavailable': { what: 'Genie 目前繁忙或不可用。', advice: '请过几分钟再试。' },
  'genie-unreachable': { what: '我无法连接到 Databricks。', advice: '请过几分钟再试。' },
  'identity-changed': {
    what: '提出此问题时使用的权限与你目前的权限不同，因此我无法再使用它。',
    advice: '请重新提问。',
  },
  internal: { what: '我们这边出了点问题。', advice: '请再试一次。' },
  'no-space': { what: '此机器人无权访问任何 Genie 空间。' },
  'secret-unavailable': { what: '此机器人无法获取其 Databricks 凭据。' },
  'sign-in-expired': { what: '答案送达之前，你的登录已过期。', advice: '请重新提问。' },
  'sign-in-late': {
    what: '你没有在 15 分钟内登录，因此我没有向 Genie 提问。',
    advice: '请重新提问。',
  },
  'sign-in-mismatch': {
    what: '你登录的帐户与你在这里使用的帐户不同，因此我已为你退出登录。',
    advice: '请重新提问，并用你在这里使用的帐户登录。',
  },
  'sign-in-refused': {
    what: 'Databricks 不接受你的帐户。',
    advice: '你的帐户可能尚未添加到 Databricks。',
  },
  'sign-in-replaced': { what: '你在登录之前又提出了新问题，因此我没有提交这个问题。' },
  'sign-in-required': {
    what: 'Genie 使用你的 Databricks 权限回答问题，因此你需要先登录。',
    advice: '请在与我的一对一聊天中输入“登录”，然后重新提问。',
  },
  'sign-in-unavailable': {
    what: '我无法连接到保存你的登录信息的服务。',
    advice: '请过几分钟再试。',
  },
  storage: { what: '我无法保存处理进度。', advice: '请过几分钟再试。' },
  'too-busy': {
    what: '排队的问题太多，我无法接受这个问题。',
    advice: '请过几分钟再试。',
  },
  'too-large': {
    what: '此结果太大，无法加载。',
    advice: '请减少行数或列数后重新提问。',
  },
  undeliverable: { what: '答案已准备好，但我无法将其发送到这里。', advice: '请稍后再试。' },
};
