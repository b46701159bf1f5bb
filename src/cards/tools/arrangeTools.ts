import type { CardChannel } from '../parts/outgoingMessage.ts';
import { fitsLine, fitsRow } from './buttonFit.ts';
import type { Tool } from './tool.ts';

/** One of two things in the same place, and the tools that it has besides the common ones. */
export interface Face {
  /** The id of what is shown. */
  shows: string;
  isHidden: boolean;
  /** The title of the button that shows the other one. */
  swap: string;
  tools: readonly Tool[];
}

export interface ToolRow {
  /** What a reader sees in any case, if there is room. */
  tools: readonly Tool[];
  /** Absent: there is but one thing to see. */
  faces?: readonly [Face, Face];
  /** What is behind “More”, unless all fits on one line. */
  rest: readonly Tool[];
}

/**
 * Puts behind “More” what a phone has no room for beside it, and in front what needs no “More”.
 *
 * @param more the title of that button, where it has one
 */
export function arrangeTools(row: ToolRow, channel: CardChannel, more: string): ToolRow {
  const { tools, faces, rest } = row;
  const rows = titleRows(row);
  const others = rest.map(({ title }) => title);
  if (rows.every((titles) => fitsLine(channel, [...titles, ...others]))) {
    return { ...row, tools: [...tools, ...rest], rest: [] };
  }
  const spare = [...tools, ...(faces?.flatMap((face) => face.tools) ?? [])].findLast(
    ({ isSpare }) => isSpare,
  );
  if (spare === undefined || fits(row, channel, more)) return row;
  const without = (all: readonly Tool[]) => all.filter((tool) => tool !== spare);
  const fewer: ToolRow = {
    tools: without(tools),
    ...(faces && {
      faces: [
        { ...faces[0], tools: without(faces[0].tools) },
        { ...faces[1], tools: without(faces[1].tools) },
      ],
    }),
    rest: [spare, ...rest],
  };
  return arrangeTools(fewer, channel, more);
}

function fits(row: ToolRow, channel: CardChannel, more: string): boolean {
  const hasMore = row.rest.length > 0;
  if (channel === 'webchat') {
    return titleRows(row).every((titles) => fitsRow(channel, hasMore ? [...titles, more] : titles));
  }
  const menu = row.faces ? 'beside' : 'last';
  return titleRows(row).every((titles) => fitsRow(channel, titles, hasMore ? menu : undefined));
}

function titleRows({ tools, faces }: ToolRow): string[][] {
  const titles = tools.map(({ title }) => title);
  return faces
    ? faces.map((face) => [face.swap, ...titles, ...face.tools.map(({ title }) => title)])
    : [titles];
}
