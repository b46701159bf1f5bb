import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';

/** What `local/build/buildPage.ts` wrote. */
interface Manifest {
  /** The page, with `{nonce}` where a nonce goes. */
  html: string;
  /** The names of its files; each is there with `.br` behind its name. */
  files: readonly string[];
}

/** How a file can travel; `identity` is as it is. */
export type Coding = 'br' | 'gzip' | 'identity';

export interface PageFiles {
  /** The page for one visit. */
  html(nonce: string): Promise<string>;
  /** A file of the page; `undefined` for any other name. */
  read(name: string, coding: Coding): Promise<{ type: string; content: Uint8Array } | undefined>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const recode: Readonly<Record<Coding, (packed: Buffer) => Promise<Uint8Array>>> = {
  br: async (packed) => packed,
  gzip: async (packed) => promisify(gzip)(await promisify(brotliDecompress)(packed)),
  identity: (packed) => promisify(brotliDecompress)(packed),
};

/**
 * The files of the page in a folder. They are read when they are first asked for, and kept: they don't change while the
 * app runs. Only names in the manifest lead to a file.
 */
export function createPageFiles(folder: string): PageFiles {
  const once = createOnce();
  const readManifest = () =>
    once<Manifest>('manifest', async () =>
      JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')),
    );
  return {
    html: async (nonce) => (await readManifest()).html.replaceAll('{nonce}', nonce),
    async read(name, coding) {
      const { files } = await readManifest();
      if (!files.includes(name)) return undefined;
      const readPacked = () => once(name, () => readFile(join(folder, `${name}.br`)));
      const content = await once(`${name} ${coding}`, async () =>
        recode[coding](await readPacked()),
      );
      return { type: types[extname(name)] ?? 'application/octet-stream', content };
    },
  };
}

/** Keeps what was made under a name, and forgets what failed. */
function createOnce() {
  const made = new Map<string, Promise<unknown>>();
  return <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const making = make();
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
}
