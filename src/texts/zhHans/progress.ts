import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: '已收到问题',
      WAITING_FOR_TURN: '正在等待你之前的问题完成',
      WAITING_FOR_BUDGET: '你的问题正在排队',
      SUBMITTED: '已发送给 Genie',
      FETCHING_METADATA: '正在查看数据表',
      FILTERING_CONTEXT: '正在理解你的问题',
      ASKING_AI: '正在编写 SQL',
      PENDING_WAREHOUSE: '正在等待仓库启动',
      EXECUTING_QUERY: '正在运行查询',
      COMPLETED: '正在读取答案',
      ENDPOINT_STARTING: '终结点正在启动',
      ENDPOINT_WORKING: '正在准备答案',
      LOADING_ROWS: '仍在加载数据行',
      QUERY_RESULT_EXPIRED: '正在重新运行查询',
    },
    working: 'Genie 正在处理',
    underWay: ({ step }) => `${step}…`,
    since: ({ step, duration }) => `${step}… ${duration}`,
    toGo: ({ step, duration }) => `${step}：大约还需 ${duration}。`,
    silent: {
      once: 'Genie 目前没有响应。我会再试一次。',
      until: ({ time }) => `Genie 目前没有响应。我会继续尝试，直到 ${time}。`,
      for: ({ duration }) => `Genie 目前没有响应。我会继续尝试 ${duration}。`,
    },
  };
}
