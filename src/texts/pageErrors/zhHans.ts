import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'zh-Hans',
    errorTitle: '聊天不可用',
    signInTitle: '登录',
    signInLink: '登录',
    'signed-out': '要查询数据，请使用你的工作帐户登录。',
    off: '此处没有聊天页面。你的管理员可以启用它。',
    foreign: '只有聊天页面本身才能执行此操作。请在单独的标签页中打开聊天。',
    'not-found': '此地址没有任何内容。',
    gone: '此内容已不存在。',
    'wrong-method': '此地址不支持该操作。',
    'bad-request': '此请求无效。请重新加载页面。',
    busy: '该操作仍在进行中。请稍后重试。',
    unavailable: '目前无法连接聊天。请稍后重试。',
    failed: '出了点问题。请重试。',
  };
}
