import type { Answer } from '../../answers/answer.ts';
import { markdownElements } from '../markdown/markdownElements.ts';

/** Only the first words are looked at. */
const maxLength = 800;

/** What an answer says, and after it what was asked: the texts that tell in which direction people read it. */
export function answerWords({ texts, questionBack, tables }: Answer, question: string): string[] {
  return [
    ...[...texts, questionBack ?? ''].map((text) => plainWords(text, { code: false })),
    question,
    ...tables.flatMap(({ title = '', description = '' }) => [title, description]),
  ];
}

/** The first words of a Markdown text, with or without its code. */
export function plainWords(markdown: string, { code }: { code: boolean }): string {
  return markdownElements(markdown.slice(0, maxLength))
    .flatMap((element) => (element.type === 'RichTextBlock' ? [element.inlines] : []))
    .map((inlines) =>
      inlines.flatMap(({ text, fontType }) => (fontType && !code ? [] : [text])).join(''),
    )
    .filter((words) => words !== '')
    .join(' ');
}
