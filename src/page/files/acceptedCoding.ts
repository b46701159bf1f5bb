import type { Coding } from './pageFiles.ts';

/** The best of what an `Accept-Encoding` header asks for. Who asks for nothing gets the file as it is. */
export function acceptedCoding(header: string | null): Coding {
  const wanted = new Map(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
        const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
        return [name, Number(weight ?? 1) > 0] as const;
      }),
  );
  const accepts = (name: string) => wanted.get(name) ?? wanted.get('*') ?? false;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}
