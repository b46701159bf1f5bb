import type { Answer, AnswerTable } from '../../src/answers/answer.ts';
import { readTextAnswer } from '../../src/answers/readTextAnswer.ts';

/** An answer that is a text, as a serving endpoint or Genie's agent mode gives it. */
export interface TextSample {
  name: string;
  question: string;
  locale: string;
  answer: Answer;
  /** The name of the endpoint, or of Genie's space. */
  from: string;
  isFromEndpoint?: true;
}

const endpointText = `Revenue grew in **every region** but LATAM [1]. The largest share still comes from EMEA [2].

### Revenue by region, last quarter

| Region | Revenue | Change | Share | Account manager |
|:-------|--------:|-------:|------:|-----------------|
| EMEA | $1,204,331.50 | +12.4 % | 48.1 % | Ada Lovelace |
| APAC | $806,200.00 | +3.1 % | 32.2 % | Grace Hopper |
| AMER | $402,118.25 | +0.4 % | 16.1 % | Katherine Johnson |
| LATAM | $91,077.00 | -7.9 % | 3.6 % | |

What stands out:

- **LATAM** lost its largest customer in May.
- **APAC** had two months with record orders.

**Largest orders:**

| Order | Day | Amount |
|---|---|--:|
| 10423 | 2026-09-04 | $91,000 |
| 10391 | 2026-08-21 | $78,500 |

Ask me about single customers to see more.`;

const citations = [
  { title: 'Sales handbook 2026', url: 'https://docs.contoso.example/sales/handbook' },
  { title: 'Quarterly review', url: 'https://sharepoint.contoso.example/q3' },
  { title: 'Quarterly review', url: 'https://sharepoint.contoso.example/q3#page=4' },
  { title: 'Price list' },
  { title: 'Regions', url: 'https://docs.contoso.example/regions' },
  { title: 'Contracts', url: 'https://docs.contoso.example/contracts' },
];

const arabicText = `ارتفعت الإيرادات في **كل المناطق** خلال الربع الأخير.

**الإيرادات حسب المنطقة**

| المنطقة | الإيرادات | التغير |
|---|--:|--:|
| أوروبا | 1,204,331 | 12.4 % |
| آسيا | 806,200 | 3.1 % |

هل تريد التفاصيل حسب المنتج؟`;

const paragraph =
  'Orders from existing customers carried most of the growth, while new customers came in later than planned. The effect is strongest where the new price list started first, and it fades within two months.';

function reportTable(index: number, title: string): AnswerTable {
  return {
    attachmentId: `table-${index + 1}`,
    title,
    sql: `SELECT region, date_trunc('MONTH', order_date) AS month, SUM(amount) AS revenue\nFROM demo.sales.orders\nWHERE order_date >= '2026-01-01'\nGROUP BY ALL\nORDER BY month`,
    thoughts: [{ text: 'The question is about growth, so months are compared.' }],
    columns: [
      { name: 'month', type: 'DATE' },
      { name: 'revenue', type: 'DECIMAL', scale: 2 },
      { name: 'orders', type: 'BIGINT' },
    ],
    rows: Array.from({ length: 9 }, (_, month) => [
      `2026-0${month + 1}-01`,
      `${410_000 + ((month * 37_117 + index * 11_003) % 90_000)}.50`,
      `${1_200 + month * 13 * (index + 1)}`,
    ]),
    totalRows: 9,
    truncated: false,
    textsBefore: index * 2 + 2,
  };
}

/** A long report: a text before each of its tables, and one behind. */
const report: Answer = {
  kind: 'answer',
  texts: [
    `# Why did revenue grow this year?\n\n${paragraph}`,
    ...['Months', 'Regions', 'Products', 'Channels'].flatMap((name) => [
      `## ${name}\n\n${paragraph}\n\n1. Revenue grew in most of them.\n2. Discounts fell by a third.`,
      paragraph,
    ]),
    `## Conclusion\n\n${paragraph} ${paragraph}`,
  ],
  tables: ['Revenue by month', 'Revenue in EMEA', 'Revenue of Bikes', 'Revenue online'].map(
    (title, index) => reportTable(index, title),
  ),
  suggestions: ['Which customers came back?'],
};

/** Made-up answers that are texts. */
export const textSamples: readonly TextSample[] = [
  {
    name: 'text-endpoint',
    question: 'How did the regions do?',
    locale: 'en-US',
    answer: readTextAnswer({ text: endpointText, citations }),
    from: 'sales-assistant',
    isFromEndpoint: true,
  },
  {
    name: 'text-approval',
    question: 'Tell the account managers',
    locale: 'en-US',
    answer: readTextAnswer({
      text: 'I’ve drafted the message. I need your permission to send it.',
      approval: {
        id: 'mcpr_1',
        name: 'send_email',
        server: 'office-tools',
        arguments:
          '{"to":["ada@contoso.example","grace@contoso.example"],"subject":"LATAM: revenue fell by 7.9 %","body":"Hello,\\nrevenue in LATAM fell last quarter. Please look at the largest customers.","priority":2}',
      },
    }),
    from: 'sales-assistant',
    isFromEndpoint: true,
  },
  {
    name: 'text-report',
    question: 'Why did revenue grow this year?',
    locale: 'en-US',
    answer: report,
    from: 'Sales',
  },
  {
    name: 'text-arabic',
    question: 'كيف كانت الإيرادات؟',
    locale: 'en-US',
    answer: readTextAnswer({ text: arabicText }),
    from: 'sales-assistant',
    isFromEndpoint: true,
  },
];
