import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function provenance({ count, list }: Grammar): Texts['provenance'] {
  return {
    openConversation: '在 Databricks 中打开',
    openSpace: '在 Databricks 中打开空间',

    poweredByGenie: '由 Genie 提供支持',
    trusted: '受信任的答案',
    trustedMeans: 'Genie 使用此空间的作者编写的查询回答了问题。',

    from: ({ tables, more }) =>
      more === 0
        ? `来源：${list(tables)}`
        : `来源：${tables.join('、')}，以及另外 ${count(more)} 个表`,

    cited: ({ sources, more }) =>
      more === 0
        ? `引用来源：${list(sources)}`
        : `引用来源：${sources.join('、')}，以及另外 ${count(more)} 个`,

    facts: {
      tables: () => '表',
      dataRead: '数据读取时间',
    },
    moreTables: (more) => `另外 ${count(more)} 个表`,

    steps: {
      description: '简要说明',
      understanding: '对问题的理解',
      'data-sourcing': '使用的数据',
      instructions: '遵循的指令',
      steps: '执行的步骤',
    },
    tooLong: '说明太长，无法在此显示。',
    shortened: ({ shown, total }) =>
      `说明已缩短：共 ${count(total)} 个字符，显示 ${count(shown)} 个。`,
  };
}
