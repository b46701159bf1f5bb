import type { Texts } from '../texts.ts';

export function downloads(): Texts['downloads'] {
  return {
    forged: '此链接无效。请使用聊天中的按钮。',
    expired: '此链接已过期。请再次点击聊天中的下载按钮。',
    unknown: '此文件已无法下载。',
    busy: '目前正在准备多个文件。请过一分钟再试。',
    'one-at-a-time': '正在准备你的另一个文件。请等它完成后再试。',
    'too-often': '你在短时间内下载了很多文件。请过一分钟再试。',
    'too-large': '此表格太大，无法放入一个文件。请使用 CSV 而不是 Excel，或在提问时减少行数。',
    'signed-out': '你已不再处于登录状态。请在聊天中重新登录，然后再试一次。',
    'no-access': '你在 Databricks 中没有访问此数据的权限，或者 Genie 已不再保留此数据。',
    failed: '无法创建文件。请过几分钟再试。',
  };
}
