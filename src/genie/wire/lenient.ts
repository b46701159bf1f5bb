import * as z from 'zod/mini';

/** `undefined` for whatever does not fit. */
export const lenient = <T extends z.ZodMiniType>(schema: T) =>
  z.catch(z.optional(schema), undefined as never);

/** Items that do not fit are left out. */
export const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((items): z.output<T>[] =>
      items.flatMap((value) => {
        const parsed = z.safeParse(item, value);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );

export const text = lenient(z.string());
export const flag = lenient(z.boolean());

/** Protocol buffers write an int64 as a string in JSON; gateways write it as a number. */
export const integer = lenient(
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,19}$/))]),
    z.transform((value) => Number(value)),
  ),
);
