import { decodeEntities } from '../../common/decodeEntities.ts';
import { type HtmlTag, htmlTokens } from './htmlTokens.ts';
import { createTextLines } from './textLines.ts';

/** Each begins and ends a line of its own. */
const blocks = new Set(
  'address article blockquote codeblock dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr main p pre section'.split(
    ' ',
  ),
);

const isMention = /\sitemtype=["']?https?:\/\/schema\.skype\.com\/Mention\b/i;
const isEmoji = /^<emoji\s|\sitemtype=["']?https?:\/\/schema\.skype\.com\/Emoji\b/i;

/**
 * The text of an HTML rendering, as a person reads it: in lines, with marks before what is listed and between the cells
 * of a table. Images and cards are left out. Mentions and the marks of quotations get the tags that they have in a text.
 */
export function htmlToText(html: string): string {
  const lines = createTextLines();
  /** The number of the next item, or `undefined` where items have none. */
  const lists: (number | undefined)[] = [];
  /** Which of the open spans are mentions. */
  const spans: boolean[] = [];
  let isPreformatted = false;

  const nextMark = () => {
    const number = lists.at(-1);
    if (number === undefined) return '- ';
    lists[lists.length - 1] = number + 1;
    return `${number}. `;
  };
  const read = ({ name, isClosing, tag }: HtmlTag) => {
    if (blocks.has(name) || name === 'br') lines.break();
    switch (name) {
      case 'pre':
        isPreformatted = !isClosing;
        return;
      case 'ol':
      case 'ul':
        lines.break();
        if (isClosing) lists.pop();
        else lists.push(name === 'ol' ? 1 : undefined);
        return;
      case 'li':
        return lines.item(isClosing ? '' : nextMark());
      case 'table':
      case 'tr':
        return lines.row();
      case 'td':
      case 'th':
        return isClosing ? lines.endCell() : lines.cell();
      case 'at':
      case 'quoted':
        return lines.add(tag);
      case 'span':
        if (!isClosing) spans.push(isMention.test(tag));
        if (isClosing ? spans.pop() : spans.at(-1)) lines.add(isClosing ? '</at>' : '<at>');
        return;
      case 'img':
      case 'emoji':
        if (isEmoji.test(tag)) lines.add(decodeEntities(/\salt="([^"]*)"/i.exec(tag)?.[1] ?? ''));
        return;
    }
  };

  for (const token of htmlTokens(html)) {
    if (!('words' in token)) {
      read(token);
      continue;
    }
    const [first = '', ...others] = isPreformatted ? token.words.split('\n') : [token.words];
    lines.add(first);
    for (const words of others) {
      lines.break();
      lines.add(words);
    }
  }
  return lines.join();
}
