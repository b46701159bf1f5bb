import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in Simplified Chinese. */
export const commands: CommandTexts = {
  help: {
    name: '帮助',
    sayings: ['使用帮助', '命令', '命令列表', '你能做什么', '你会做什么'],
    help: '显示此帮助',
    teamsMenu: '可以问什么，以及怎么问',
  },
  reset: {
    name: '重置',
    sayings: ['新对话', '新建对话', '新会话', '新建会话', '新聊天', '重新开始', '开始新对话'],
    help: '开始新对话；旧对话会保留在历史记录中',
    teamsMenu: '与 Genie 开始新对话',
  },
  history: {
    name: '对话历史',
    sayings: ['历史对话', '对话记录', '我的对话', '查看对话历史'],
    help: '列出最近的对话，可继续或删除',
  },
  subscriptions: {
    name: '我的订阅',
    sayings: ['查看订阅', '显示订阅', '查看我的订阅', '订阅列表'],
    help: '列出你的订阅，即按计划定时回答的问题',
    teamsMenu: '按计划定时回答的问题',
  },
  spaces: {
    name: '切换空间',
    sayings: ['更换空间', '空间列表', '查看空间', '列出空间'],
    help: '列出可用空间，并可切换',
  },
  cancel: {
    name: '取消',
    sayings: ['取消提问', '停止回答', '停止等待'],
    help: '停止等待答案',
  },
  sql: {
    name: 'sql',
    sayings: ['显示sql', '显示 sql', '查看sql', '查看 sql'],
    help: '显示上一个答案的 SQL',
  },
  show: {
    name: '显示答案',
    sayings: ['查看答案', '再次显示答案', '再显示一次', '显示回答'],
    help: '再次显示上一个答案',
  },
  feedback: {
    name: '反馈',
    sayings: ['提供反馈', '评价答案', '评价回答'],
    help: '评价上一个答案',
  },
  info: {
    name: '关于',
    sayings: ['关于机器人', '关于这个机器人', '关于此机器人'],
    help: '显示答案的来源以及发送给 Genie 的内容',
    teamsMenu: '答案的来源和联系人',
  },
  whoami: {
    name: '我是谁',
    sayings: ['我的身份', '我的信息'],
    help: '显示我识别到的你的身份信息',
    teamsMenu: '机器人识别到的你的身份信息',
  },
  email: {
    name: '设置邮箱',
    sayings: ['修改邮箱', '更改邮箱', '我的邮箱'],
    help: '设置你的电子邮件地址（如果我还不知道）',
  },
  'sign in': {
    name: '登录',
    sayings: ['登入', '我要登录'],
    help: '登录，让 Genie 使用你自己的 Databricks 权限回答问题',
  },
  logout: {
    name: '退出登录',
    sayings: ['登出', '忘记我', '退出账号'],
    help: '清除你的信息；“退出登录并删除”还会删除你在 Genie 中的对话',
  },
  'logout and delete': {
    name: '退出登录并删除',
    sayings: ['登出并删除', '注销并删除', '退出并删除', '退出登录并全部删除'],
  },
  status: { name: 'status', sayings: [] },
};
