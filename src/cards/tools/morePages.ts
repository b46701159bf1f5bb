import type { Texts } from '../../texts/texts.ts';
import type { CardAction, CardElement, Container } from '../parts/adaptiveCard.ts';
import { packRows } from './packRows.ts';
import { plainTool, type Tool, toggle } from './tool.ts';
import { toolRow } from './toolRow.ts';

/** Of buttons, in place of one. */
const mostRows = 2;

/** Where the buttons behind “More” go in a client that has no menu for them: in place of the row that has it. */
export interface MorePlace {
  /** Of the row. */
  barId: string;
  /** Of what takes its place. */
  moreId: string;
  /** A row elsewhere in the card that is hidden for the time being, if it is more than one. */
  otherRow?: string;
}

/** The button that shows the rest of the buttons in place of its row, and that place; more of them if there is no room. */
export function morePages(
  tools: readonly Tool[],
  { barId, moreId, otherRow }: MorePlace,
  { answer: words }: Pick<Texts, 'answer'>,
): { button: CardAction; elements: CardElement[] } {
  const pages = paginate(tools, words.more, words.back);
  const hasMany = pages.some((page, at) => rowsOf(page, at < pages.length - 1).length > 1);
  const others = otherRow && hasMany ? [otherRow] : [];
  const idOf = (page: number) => (page === 0 ? moreId : `${moreId}.${page}`);
  const elements = pages.map((page, at): Container => {
    const id = idOf(at);
    const back = at === 0 ? [id, barId, ...others] : [id, idOf(at - 1)];
    const isLast = at === pages.length - 1;
    const rows = rowsOf(
      page.map((tool) => ({ ...tool, action: () => tool.action([id, ...others]) })),
      !isLast,
      [id, idOf(at + 1)],
      back,
    );
    return {
      type: 'Container',
      id,
      isVisible: false,
      items: rows.map((row) =>
        toolRow(
          'webchat',
          row.map((tool) => tool.action([])),
        ),
      ),
    };
  });
  return { button: toggle(words.more, [barId, moreId, ...others]), elements };

  function rowsOf(
    page: readonly Tool[],
    hasNext: boolean,
    next: readonly string[] = [],
    back: readonly string[] = [],
  ): Tool[][] {
    return packRows([
      plainTool(toggle(words.back, back)),
      ...page,
      ...(hasNext ? [plainTool(toggle(words.more, next))] : []),
    ]);
  }
}

/** As many tools to a page as its rows hold, between the button back and the one for the next page. */
function paginate(tools: readonly Tool[], more: string, back: string): Tool[][] {
  const rowsFor = (count: number) => {
    const isLast = count === tools.length;
    const titles = [
      back,
      ...tools.slice(0, count).map(({ title }) => title),
      ...(isLast ? [] : [more]),
    ];
    return packRows(titles.map((title) => ({ title }))).length;
  };
  let count = tools.length;
  while (count > 1 && rowsFor(count) > mostRows) count -= 1;
  if (count >= tools.length) return [[...tools]];
  return [tools.slice(0, count), ...paginate(tools.slice(count), more, back)];
}
