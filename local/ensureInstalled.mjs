// What npm runs before `start` and `test`: installs the packages if they are missing or don't match the lock file.
// Plain JavaScript and Node's own modules only, since it runs on any Node the machine has, with nothing installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectDir = fileURLToPath(new URL('..', import.meta.url));
const lockDir = join(projectDir, '.local', 'install.lock');
const abandonedAfterMs = 10 * 60_000;

if (!isInstalled()) {
  takeLock();
  try {
    // Another start might have installed everything while this one waited.
    if (!isInstalled()) install();
  } finally {
    rmSync(lockDir, { recursive: true, force: true });
  }
}

/** Whether every package in the lock file is installed in its version (npm keeps a list), and its Node 24 runs. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages(join('node_modules', '.package-lock.json'));
  const matches = Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
  return matches && nodeRuns();
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(projectDir, path), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function nodeRuns() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(projectDir, 'node_modules', 'node', 'bin', executable);
  return spawnSync(path, ['--version']).status === 0;
}

function install() {
  console.log('Installing the packages in package-lock.json (about a minute, once) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: projectDir, stdio: 'inherit' };
  const { status, error } = npm
    ? // Not the Node that is about to be replaced.
      spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(
      `The packages couldn’t be installed: “npm ci” ${error ? `didn’t start (${error.message})` : `ended with code ${status}`}. See npm’s output above.`,
    );
    process.exitCode = status || 1;
  } else if (!nodeRuns()) {
    console.error(
      'npm didn’t install Node 24, which this project runs on: it wasn’t allowed to run install scripts. ' +
        'Run “npm rebuild node --ignore-scripts=false”, then start again.',
    );
    process.exitCode = 1;
  }
}

/** Returns as the only process allowed to install. Only one process can create the directory. */
function takeLock() {
  mkdirSync(join(lockDir, '..'), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lockDir);
      writeFileSync(join(lockDir, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) {
      rmSync(lockDir, { recursive: true, force: true });
      continue;
    }
    if (!told) console.log('Waiting for another start to finish installing the packages ...');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(lockDir).mtimeMs > abandonedAfterMs) return true;
    const pid = Number(readFileSync(join(lockDir, 'pid'), 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
