import type { CardAction, CardElement, ColumnSet } from '../parts/adaptiveCard.ts';
import type { Reader } from '../parts/reader.ts';
import { arrangeTools, type Face, type ToolRow } from './arrangeTools.ts';
import { type MorePlace, morePages } from './morePages.ts';
import { type Tool, toggle } from './tool.ts';
import { toolColumn, toolRow } from './toolRow.ts';

export interface ToolBar extends ToolRow, Omit<MorePlace, 'barId'> {
  id: string;
}

/**
 * A row of buttons, with the rest of them behind “More”: in Teams in its menu, elsewhere in place of the row. It's at
 * most one row, two lines in Teams, however narrow the card and however long the titles are.
 */
export function toolBar(bar: ToolBar, { channel, texts }: Reader): CardElement[] {
  const row = arrangeTools(bar, channel, texts.answer.more);
  const { id } = bar;
  if (row.tools.length + row.rest.length === 0 && row.faces === undefined) return [];
  if (channel === 'teams') {
    const menu = row.rest.map((tool): CardAction => ({ ...tool.action([id]), mode: 'secondary' }));
    return [row.faces ? turningLines(id, row, row.faces, menu) : plainBar(id, row, menu, channel)];
  }
  const more = row.rest.length > 0 ? morePages(row.rest, { ...bar, barId: id }, texts) : undefined;
  const button = more ? [more.button] : [];
  return [
    row.faces ? turningColumns(id, row, row.faces, button) : plainBar(id, row, button, channel),
    ...(more?.elements ?? []),
  ];
}

function plainBar(
  id: string,
  { tools }: ToolRow,
  more: readonly CardAction[],
  channel: Reader['channel'],
): CardElement {
  const actions = tools.map((tool) => tool.action([id]));
  return { ...toolRow(channel, [...actions, ...more]), id };
}

/** In Teams, where only a set of buttons can break in two lines, each face has a set, beside the menu of both. */
function turningLines(
  id: string,
  { tools }: ToolRow,
  faces: readonly [Face, Face],
  menu: CardAction[],
): CardElement {
  const ids = [`${id}a`, `${id}b`] as const;
  const targets = [...faces.map(({ shows }) => shows), ...ids];
  const sets = faces.map(
    (face, index): CardElement => ({
      type: 'ActionSet',
      id: index === 0 ? ids[0] : ids[1],
      ...(face.isHidden && { isVisible: false }),
      actions: [
        toggle(face.swap, targets),
        ...[...tools, ...face.tools].map((tool) => tool.action([id])),
      ],
    }),
  );
  if (menu.length === 0) return { type: 'Container', id, items: sets };
  return {
    type: 'ColumnSet',
    id,
    columns: [
      { type: 'Column', width: 'stretch', items: sets },
      { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: menu }] },
    ],
  };
}

/** Elsewhere each button has a column, and only those that a face doesn't share are swapped. */
function turningColumns(
  id: string,
  { tools }: ToolRow,
  faces: readonly [Face, Face],
  more: readonly CardAction[],
): ColumnSet {
  const idOf = (face: number, button: number) => `${id}${'ab'[face]}${button}`;
  const ids = faces.flatMap(({ tools: own }, face) =>
    [undefined, ...own].map((_, button) => idOf(face, button)),
  );
  const targets = [...faces.map(({ shows }) => shows), ...ids];
  const turning = (face: Face, at: number, button: number) => ({
    id: idOf(at, button),
    ...(face.isHidden && { isVisible: false }),
  });
  return {
    type: 'ColumnSet',
    id,
    columns: [
      ...faces.map((face, at) => toolColumn(toggle(face.swap, targets), turning(face, at, 0))),
      ...tools.map((tool: Tool) => toolColumn(tool.action([id]))),
      ...faces.flatMap((face, at) =>
        face.tools.map((tool, index) =>
          toolColumn(tool.action([id]), turning(face, at, index + 1)),
        ),
      ),
      ...more.map((action) => toolColumn(action)),
    ],
  };
}
