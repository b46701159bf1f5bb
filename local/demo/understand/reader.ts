/** The unread part of a question. Always in lowercase. */
export interface Reader {
  /** What is left; blanks replace what was taken, so that positions stay the same. */
  text(): string;
  /** Finds a pattern and removes it, so that no other pattern reads the same words again. */
  take(pattern: RegExp): RegExpExecArray | undefined;
  has(pattern: RegExp): boolean;
}

export function createReader(question: string): Reader {
  let text = question.toLowerCase().replaceAll('’', "'");
  return {
    text: () => text,
    take: (pattern) => {
      const match = pattern.exec(text);
      if (match === null) return undefined;
      const end = match.index + match[0].length;
      text = text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(end);
      return match;
    },
    has: (pattern) => pattern.test(text),
  };
}
