/** A text that people read, for some arguments if it has any. */
export interface SaidText {
  path: string;
  said: string;
  /** The number that each argument counts, where it's used as one. */
  number?: number;
  /** The arguments that it shows: what was passed in, and how many where it's large. */
  shows: string[];
}

/** Each has another plural form in one language or another; the last one has separators. */
const numbers = [0, 1, 2, 5, 1_000_000];
const large = 1_000_000;

/** Every text of a language: those with arguments for each of the numbers. */
export function walkTexts(texts: unknown, path = ''): SaidText[] {
  if (typeof texts === 'string') return [{ path, said: texts, shows: [] }];
  if (typeof texts === 'function') return numbers.map((number) => say(texts, path, number));
  return Object.entries(texts ?? {}).flatMap(([key, value]) =>
    walkTexts(value, path ? `${path}.${key}` : key),
  );
}

function say(text: object, path: string, number: number): SaidText {
  const names: string[] = [];
  const given = ['0', '1', '2'].map((name) => argument(name, number, names));
  const said = String((text as (...given: unknown[]) => unknown)(...given));
  const digits = said.replace(/(?<=\d)\D(?=\d)/g, '');
  const shows = names.filter(
    (name, at) =>
      said.includes(markOf(name)) || (number === large && digits.includes(`${large + at}`)),
  );
  return { path, said, number, shows };
}

const markOf = (name: string) => `‹${name}›`;

/** What an array is used for; any other property of an argument is an argument with a name. */
const ofArrays = new Set<string | symbol>(['length', 'map', 'filter', 'join', 'slice']);

/** Stands for whatever a text makes of it: a number where it counts, a list where it's a list, and otherwise a mark. */
function argument(name: string, number: number, names: string[]): unknown {
  const mark = markOf(name);
  const at = names.push(name) - 1;
  const value = number === large ? large + at : number;
  return new Proxy([mark], {
    get(list, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? value : mark);
      if (typeof key === 'symbol' || ofArrays.has(key)) return Reflect.get(list, key);
      if (/^\d+$/.test(key)) return Reflect.get(list, key);
      return argument(key, number, names);
    },
  });
}
