import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

const copied = ['functions', 'local', 'src', 'host.json', 'package.json', '.env.example'];

export interface ProjectCopy {
  dir: string;
  remove(): Promise<void>;
}

/** The project as someone has it who cloned it, so that a test can put files beside the code. */
export async function copyProject(): Promise<ProjectCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'project-'));
  for (const name of copied) await cp(join(root, name), join(dir, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  return { dir, remove: () => rm(dir, { recursive: true }) };
}
