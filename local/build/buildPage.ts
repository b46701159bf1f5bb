import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { bundlePage } from './bundlePage.ts';
import { compressFile } from './compressFile.ts';
import { replaceFile } from './replaceFile.ts';

interface PageBuild {
  /** Where the page goes. Default: the project's `dist/page`. */
  outDir?: string;
  /** As for the bundle. */
  removeStale?: boolean;
  isForAzure?: boolean;
}

const projectDir = join(import.meta.dirname, '..', '..');
/** What took long to make is kept for the next time. */
const smallDir = join(projectDir, 'dist', 'small');
const webChatDir = join(projectDir, 'node_modules', 'botframework-webchat', 'dist');

/**
 * Builds the chat page and returns its folder: the page's script and styles as one file each, Web Chat and the icon, each
 * named after its content and compressed, Web Chat's licences, and `manifest.json`, which the function app reads. It
 * holds the page itself, with `{nonce}` where a nonce goes. What is there already isn't made again.
 *
 * @throws Error with esbuild's `errors`, which are on stderr by then
 */
export async function buildPage(options: PageBuild = {}): Promise<string> {
  const outDir = options.outDir ?? join(projectDir, 'dist', 'page');
  const { html, script, styles, icon } = await bundlePage();
  const contents = new Map([
    ['page.js', script],
    ['page.css', styles],
    ['icon.svg', icon],
    ['webchat.js', await readFile(join(webChatDir, 'webchat.js'))],
  ]);
  const names = new Map([...contents].map(([name, content]) => [name, hashedName(name, content)]));

  await mkdir(outDir, { recursive: true });
  await mkdir(smallDir, { recursive: true });
  for (const [name, content] of contents) {
    const file = `${names.get(name)}.br`;
    if (!options.isForAzure) {
      await compressFile(join(outDir, file), content, 'quick');
    } else {
      await compressFile(join(smallDir, file), content, 'small');
      await replaceFile(join(outDir, file), await readFile(join(smallDir, file)));
    }
  }
  const licences = 'webchat.js.LICENSE.txt';
  await replaceFile(join(outDir, licences), await readFile(join(webChatDir, licences)));
  const manifest = {
    html: html.replaceAll(/\{(\w+\.\w+)\}/g, (_, name: string) => {
      return `/api/chat/files/${names.get(name)}`;
    }),
    files: [...names.values()],
  };
  // Last, so that who reads it finds every file that it names.
  await replaceFile(join(outDir, 'manifest.json'), Buffer.from(JSON.stringify(manifest)));
  if (options.removeStale) await removeStale(outDir, manifest.files);
  return outDir;
}

/** `page-1f0c….js`: it can be kept for ever, since other content has another name. */
function hashedName(name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
}

async function removeStale(outDir: string, names: readonly string[]): Promise<void> {
  const fresh = new Set(names.map((name) => `${name}.br`));
  const built = (await readdir(outDir)).filter((name) => name.endsWith('.br'));
  const stale = built.filter((name) => !fresh.has(name));
  await Promise.all(stale.map((name) => rm(join(outDir, name), { force: true })));
}
