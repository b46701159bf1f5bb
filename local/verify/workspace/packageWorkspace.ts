import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions } from '../../build/build.ts';
import { zipFolder } from '../../build/zipFolder.ts';

/** No prefix: the workspace's own paths begin with `/api`, `/oidc` and `/external-results`. */
export const workspaceHostJson = { version: '2.0', extensions: { http: { routePrefix: '' } } };

/** Packs the demo workspace as a function app, and returns the path of the zip. */
export async function packageWorkspace(outDir: string): Promise<string> {
  const folder = join(outDir, 'workspace');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const entry = join(import.meta.dirname, 'functionApp.ts');
  await buildFunctions({ entry, outDir: join(folder, 'dist') });
  const packageJson = { name: 'demo-workspace', private: true, type: 'module' };
  const files = {
    'package.json': { ...packageJson, main: 'dist/index.mjs' },
    'host.json': workspaceHostJson,
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  }
  const zip = join(outDir, 'workspace.zip');
  await writeFile(zip, await zipFolder(folder));
  return zip;
}
