import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, stop } from 'esbuild';

/** The page with `{name}` where the address of a file goes, and `{nonce}`; and the files that are made for it. */
interface PageParts {
  html: string;
  script: Uint8Array;
  styles: Uint8Array;
  icon: Uint8Array;
}

const sourceDir = join(import.meta.dirname, '..', '..', 'src', 'page', 'browser');

const common: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target: ['chrome111', 'firefox121', 'safari16.4'],
  // What people read is in seven languages.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

const stylesheet = /<link rel="stylesheet" href="([^"]+)" \/>\n?\s*/g;

/**
 * Makes one script and one stylesheet of those that `index.html` names, which is valid as it is: the styles in its order,
 * and all that `page.js` imports.
 */
export async function bundlePage(): Promise<PageParts> {
  const source = await readFile(join(sourceDir, 'index.html'), 'utf8');
  const sheets = [...source.matchAll(stylesheet)].map(([, href = '']) => href);
  try {
    const [script, styles] = await Promise.all([
      bundle({ format: 'esm', entryPoints: [join(sourceDir, 'page.js')] }),
      bundle({
        stdin: {
          contents: sheets.map((name) => `@import './${name}';`).join('\n'),
          resolveDir: sourceDir,
          loader: 'css',
        },
      }),
    ]);
    return {
      html: withPlaces(source),
      script,
      styles,
      icon: await readFile(join(sourceDir, 'icon.svg')),
    };
  } finally {
    // Otherwise esbuild keeps a process alive for the next build.
    await stop();
  }
}

async function bundle(options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** One link to all styles; each file's place; and a nonce wherever the policy asks for one. */
function withPlaces(source: string): string {
  const [first = '', ...others] = source.match(stylesheet) ?? [];
  return others
    .reduce((html, link) => html.replace(link, ''), source)
    .replace(first, '<link rel="stylesheet" href="page.css" />\n    ')
    .replaceAll(/ (src|href)="(?:[^":]*\/)?([\w-]+\.\w+)"/g, ' $1="{$2}"')
    .replaceAll(/<(script|link rel="stylesheet")/g, '<$1 nonce="{nonce}"');
}
