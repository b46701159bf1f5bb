/** An Adaptive Card as an attachment. */
export function cardOf(body: unknown[]) {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5', body },
  };
}

/** A card such as an answer makes: a text, a table of ten rows and four columns, buttons. */
export const answerCard = cardOf([
  {
    type: 'TextBlock',
    wrap: true,
    text: '**Quinoa & Kale Bowl** brings in the most: **$1,284,310.50** in the last twelve months.',
  },
  {
    type: 'Table',
    firstRowAsHeaders: true,
    columns: [{ width: 3 }, { width: 2 }, { width: 1 }, { width: 2 }],
    rows: [
      row('product_name', 'category', 'orders', 'total_sales'),
      row('Quinoa & Kale Bowl', 'Bowls', '4,180', '1,284,310.50'),
      row('Vegan Pizza Margherita', 'Frozen', '3,969', '1,190,099.13'),
      row('Organic Chili sin Carne', 'Canned', '3,758', '1,095,887.76'),
      row('Lentil Curry', 'Canned', '3,547', '1,001,676.39'),
      row('Mushroom Risotto', 'Bowls', '3,336', '907,465.02'),
      row('Sweet Potato Burger', 'Frozen', '3,125', '813,253.65'),
      row('Falafel Wrap', 'Bowls', '2,914', '719,042.28'),
      row('Green Smoothie', 'Drinks', '2,703', '624,830.91'),
      row('Oat Milk Barista', 'Drinks', '2,492', '530,619.54'),
      row('Granola Crunch', 'Snacks', '2,281', '436,408.17'),
    ],
  },
  { type: 'TextBlock', isSubtle: true, size: 'Small', text: '10 of 25 rows', spacing: 'Small' },
  {
    type: 'ActionSet',
    actions: [
      submit('Good answer', { action: 'rate', answer: 'k1', rating: 'POSITIVE' }),
      submit('Bad answer', { action: 'rate', answer: 'k1', rating: 'NEGATIVE' }),
      submit('Show this by month', 'Show this by month'),
      submit('Which regions buy the most?', 'Which regions buy the most?'),
    ],
  },
  { type: 'TextBlock', isSubtle: true, size: 'Small', text: 'Sales · 3.4 s' },
]);

function row(...texts: string[]) {
  return {
    type: 'TableRow',
    cells: texts.map((text, column) => ({
      type: 'TableCell',
      items: [
        {
          type: 'TextBlock',
          text,
          wrap: true,
          horizontalAlignment: column >= 2 ? 'Right' : 'Left',
        },
      ],
    })),
  };
}

function submit(title: string, data: unknown) {
  return { type: 'Action.Submit', title, data };
}
