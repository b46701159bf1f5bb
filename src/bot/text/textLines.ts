/** A text that is put together line by line; a line without words is none. */
export interface TextLines {
  add(words: string): void;
  /** Begins a line, or within the cell of a table goes on with a space. */
  break(): void;
  /** Begins what is listed, with a mark; `''` ends it. */
  item(mark: string): void;
  row(): void;
  cell(): void;
  endCell(): void;
  join(): string;
}

export function createTextLines(): TextLines {
  const lines: string[] = [];
  let parts: string[] = [];
  let mark = '';
  let cells = 0;
  let isInCell = false;

  const end = () => {
    const words = parts.join('').replace(/\s+/g, ' ').trim();
    parts = [];
    if (words === '') return;
    lines.push(mark + words);
    mark = '';
  };

  return {
    add: (words) => parts.push(words),
    break() {
      if (isInCell) parts.push(' ');
      else end();
    },
    item(next) {
      this.break();
      if (!isInCell) mark = next;
    },
    row() {
      isInCell = false;
      cells = 0;
      end();
    },
    cell() {
      if (cells > 0) parts.push(' | ');
      cells += 1;
      isInCell = true;
    },
    endCell() {
      isInCell = false;
    },
    join() {
      end();
      return lines.join('\n');
    },
  };
}
