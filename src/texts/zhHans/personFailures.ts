import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: '你无权访问此问题所需的部分数据。',
    advice: '请向数据所有者申请访问权限，或换一个问题。',
  },
  'space-access': {
    what: '你无权访问此 Genie 空间。',
    advice: '空间的所有者可以与你共享。',
  },
  'warehouse-access': {
    what: 'Genie 无法使用此空间的 SQL 仓库。',
    advice: '这与你的权限无关：空间的所有者需要选择一个可用的仓库。',
  },
  'workspace-access': {
    what: '你无权访问 Databricks 工作区，或者无权访问其中的 Databricks SQL。',
    advice: '请向你的 Databricks 管理员申请这两项访问权限。',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: '你没有使用此终结点的权限。',
    advice: '其所有者可以授予你“CAN QUERY”权限。',
  },
  'endpoint-not-found': {
    what: '此终结点不存在，或者你无权访问它。',
    advice: '其所有者可以授予你“CAN QUERY”权限。',
  },
  'genie-forbidden': {
    what: '你没有在这里使用 Genie 的权限。',
    advice: '你需要有 Databricks 工作区及其 Genie 空间的访问权限。',
  },
  'genie-not-found': {
    what: '你无权访问此 Genie 空间，或者该空间已不存在。',
    advice: '空间的所有者可以与你共享。',
  },
  'genie-sign-in': { what: 'Databricks 没有回答，而是显示了登录页面。' },
  'genie-unauthorized': {
    what: 'Databricks 没有接受你的登录。',
    advice:
      '请输入“退出登录”，然后重新提问。如果仍未解决，请向你的 Databricks 管理员申请工作区的访问权限。',
  },
  'no-space': {
    what: '你无权访问任何 Genie 空间。',
    advice: '空间的所有者可以与你共享。',
  },
};

const scope: Texts['personFailures']['scope'] = { what: '你的登录不包含 Genie 的访问权限。' };
