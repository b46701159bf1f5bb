import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'Databricks 不允许从此机器人的 IP 地址访问。' },
  permissions: { what: '此机器人没有使用 Genie 的权限：无法查看所需的数据。' },
  'private-link': { what: '此 Databricks 工作区只能从其专用网络内部访问。' },
  scope: { what: '此机器人的 Databricks 凭据不包含 Genie 的访问权限。' },
  'space-access': { what: '此机器人没有使用 Genie 的权限：无法访问 Genie 空间。' },
  'warehouse-access': { what: '此机器人没有使用 Genie 的权限：无法使用 SQL 仓库。' },
  'workspace-access': { what: '此机器人没有使用 Genie 的权限：无法访问 Databricks 工作区。' },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: { what: 'Genie 遇到了内部问题。', advice: '请稍后再试。' },
  admin: { what: '此工作区中的 Genie 已关闭，或者预算已用完。' },
  permissions: { what: 'Genie 无权访问此问题所需的数据（表或 SQL 仓库）。' },
  'workspace-access': { what: '此机器人没有使用 Genie 的权限：无法访问 Databricks 工作区。' },
  'space-access': { what: '此机器人没有使用 Genie 的权限：无法访问 Genie 空间。' },
  'warehouse-access': { what: 'Genie 无法访问此问题所需的数据：没有使用 SQL 仓库的权限。' },
  warehouse: { what: 'Genie 使用的 SQL 仓库不可用：已停止、已删除或超出配额。' },
  space: { what: 'Genie 空间未正确设置。' },
  'too-long': {
    what: '此对话已超出 Genie 能够处理的长度。',
    advice: '请输入“重置”开始新对话，并缩小每次提问的范围。',
  },
  'sql-too-long': {
    what: 'Genie 为此问题编写的查询太长，无法运行。',
    advice: '请缩小每次提问的范围。',
  },
  'content-policy': {
    what: '由于内容策略限制，Genie 拒绝回答此问题。',
    advice: '请换一种说法提问。',
  },
  rephrase: {
    what: 'Genie 无法为此问题编写查询。',
    advice: '请尝试换一种说法：说明要统计的指标、时间范围以及分组方式。',
  },
  'query-failed': {
    what: 'Genie 为此问题编写了查询，但查询运行失败。',
    advice: '换一种说法通常会有帮助。',
  },
  concurrency: {
    what: 'Genie 当时仍在回答此对话中的另一个问题。',
    advice: '请稍后再试。',
  },
  cancelled: { what: '此问题已在 Genie 中取消。' },
  'start-anew': {
    what: 'Genie 无法继续此对话。',
    advice: '请输入“重置”开始新对话，然后重新提问。',
  },
};
