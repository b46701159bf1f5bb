import { trimInvisible } from '../../common/trimInvisible.ts';

/** By the mark that opens: those that can close. */
const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '‘': '’',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '「': '」',
  '『': '』',
};

/** A text without the quotation marks around it. */
export function unquote(text: string): string {
  const question = trimInvisible(text);
  const closing = pairs[question[0] ?? ''] ?? '';
  const inside = question.slice(1, -1);
  const isQuoted = closing.includes(question.at(-1) ?? ' ');
  const isOne = [...closing].every((mark) => !inside.includes(mark));
  return isQuoted && isOne ? trimInvisible(inside) : question;
}
