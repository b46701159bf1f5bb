/** Excel keeps 15 significant digits of a number, and these orders of magnitude. */
const maxDigits = 15;
const largest = 9.99999999999999e307;
const smallest = 2.2251e-308;

const pattern = /^[+-]?(\d+)(?:\.(\d*))?(?:[eE][+-]?\d+)?$/;

/**
 * The number that a text stands for, if Excel keeps every digit of it; otherwise `undefined`.
 *
 * @param isBinary the text stands for a binary fraction, which JavaScript's and Excel's own numbers are too
 */
export function readExactNumber(text: string, isBinary: boolean): number | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const digits = `${parts[1]}${parts[2] ?? ''}`.replace(/^0+|(?<!0)0+$/g, '');
  if (!isBinary && digits.length > maxDigits) return undefined;
  const number = Number(text);
  const size = Math.abs(number);
  if (digits === '') return 0;
  return size >= smallest && size <= largest ? number : undefined;
}
