type UndefinedKeys<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** `T` with properties absent where they could have been `undefined`. */
type Compact<T> = Omit<T, UndefinedKeys<T>> & {
  [K in UndefinedKeys<T>]?: Exclude<T[K], undefined>;
};

/** The same object without the properties that are `undefined`: absent is how our types say "not there". */
export function omitUndefined<const T extends object>(value: T): Compact<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, property]) => property !== undefined),
  ) as Compact<T>;
}
