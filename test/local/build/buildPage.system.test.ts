import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../../local/build/buildPage.ts';

/** All that a first visit loads, beside the page itself and its answers' headers. */
const maxBytes = 1_200_000;

describe('the build of the chat page', () => {
  let outDir: string;
  let manifest: { html: string; files: string[] };

  const packed = (file: string) => readFile(join(outDir, `${file}.br`));
  const fileOf = (name: string) =>
    manifest.files.find(
      (file) =>
        file.startsWith(`${name.split('.')[0]}-`) &&
        file.endsWith(name.slice(name.lastIndexOf('.'))),
    ) ?? '';
  const textOf = async (name: string) =>
    brotliDecompressSync(await packed(fileOf(name))).toString();

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'page-'));
    await buildPage({ outDir });
    manifest = JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8'));
  });
  afterAll(() => rm(outDir, { recursive: true }));

  it('makes one script and one stylesheet, beside Web Chat and the icon', () => {
    expect(manifest.files.map((file) => file.replace(/-[0-9a-f]{16}\./, '.')).toSorted()).toEqual([
      'icon.svg',
      'page.css',
      'page.js',
      'webchat.js',
    ]);
  });

  it('sends less than 1.2 MB over the wire to who comes for the first time', async () => {
    const sizes = await Promise.all(
      manifest.files.map(async (file) => (await packed(file)).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, manifest.html.length);
    expect(total).toBeLessThan(maxBytes);
    // Web Chat is nearly all of it.
    expect((await packed(fileOf('page.js'))).length).toBeLessThan(50_000);
  });

  it('names on the page only files that there are, each script and style with a place for the nonce', () => {
    const { html } = manifest;
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(named.length).toBeGreaterThan(3);
    for (const address of named) {
      expect(address).toMatch(/^\/api\/chat\/files\//);
      expect(manifest.files).toContain(address.replace('/api/chat/files/', ''));
    }
    expect(html.match(/<(?:script|link rel="stylesheet")(?! nonce="\{nonce\}")/g)).toBeNull();
    expect(html).not.toMatch(/<style|<script[^>]*>[^<]| on\w+="| style="/);
    expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1);
  });

  it('keeps all styles, and Web Chat as it comes', async () => {
    const styles = await textOf('page.css');
    for (const part of ['--ink', '#chat', '.ac-pushButton']) expect(styles).toContain(part);
    const webChat = 'node_modules/botframework-webchat/dist/webchat.js';
    expect(await textOf('webchat.js')).toBe(await readFile(webChat, 'utf8'));
  });

  it('ships the licences of what is in Web Chat', async () => {
    expect(await readFile(join(outDir, 'webchat.js.LICENSE.txt'), 'utf8')).toContain(
      'Released under the MIT License',
    );
  });

  it('touches nothing that hasn’t changed', async () => {
    const times = async () =>
      Promise.all(
        (await readdir(outDir)).map(async (file) => (await stat(join(outDir, file))).mtimeMs),
      );
    const before = await times();
    for (const _ of ['once', 'again']) await buildPage({ outDir });
    expect(await times()).toEqual(before);
  });

  it('removes what an earlier build left, where nothing runs from it', async () => {
    await writeFile(join(outDir, 'page-0000000000000000.js.br'), '');
    await buildPage({ outDir });
    expect(await readdir(outDir)).toContain('page-0000000000000000.js.br');
    await buildPage({ outDir, removeStale: true });
    expect(await readdir(outDir)).not.toContain('page-0000000000000000.js.br');
    expect(await readdir(outDir)).toHaveLength(manifest.files.length + 2);
  });
});
