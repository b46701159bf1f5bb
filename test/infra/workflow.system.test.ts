import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bicepVersion } from './compiler/bicepVersion.ts';
import { infraDir } from './infraDir.ts';

const root = join(infraDir, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const workflow = read('.github/workflows/deploy.yml');

/** The lines of each job, by its name. */
const jobs = Object.fromEntries(
  [...workflow.matchAll(/^ {2}(\w+):\n((?: {4}.*\n|\n)+)/gm)]
    .filter(([, , text = '']) => text.includes('runs-on:'))
    .map(([, name = '', text = '']) => [name, text]),
);

describe('the workflow', () => {
  it('previews with read-only rights, and deploys only main', () => {
    expect(jobs['preview']).toContain('environment: preview');
    expect(jobs['preview']).toContain('--validation-level ProviderNoRbac');
    expect(jobs['preview']).not.toContain('deployment group create');
    expect(jobs['preview']).not.toContain('secrets.');
    expect(jobs['deploy']).toContain('environment: production');
    expect(jobs['deploy']).toContain("if: github.ref == 'refs/heads/main'");
  });

  // A tag can be moved to other code, a commit can't. Dependabot raises both the commit and the comment.
  it('runs each action at a commit, and says which version that is', () => {
    const uses = workflow.match(/\buses:.*$/gm) ?? [];
    expect(uses.length).toBeGreaterThanOrEqual(5);
    const pinned = /^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it('runs one version of an action in all jobs', () => {
    const pins = new Set(workflow.match(/\buses:.*$/gm));
    const names = [...pins].map((line) => line.split('@')[0]);
    expect(names).toEqual([...new Set(names)]);
  });

  it('doesn’t decide by an environment’s variables whether a job runs', () => {
    const conditions = workflow.match(/^ {4}if: .*$/gm) ?? [];
    expect(conditions.join('\n')).toContain('vars.AZURE_RESOURCE_GROUP');
    expect(conditions.join('\n')).not.toContain('AZURE_CLIENT_ID');
  });

  it('is set up as docs/deploy.md says: an identity for each environment', () => {
    const docs = read('docs/deploy.md');
    const actions = [...docs.matchAll(/Microsoft\.Resources\/deployments\/(\w+\/)?(\w+)/g)].map(
      ([action]) => action,
    );
    expect(actions).toEqual([
      'Microsoft.Resources/deployments/validate/action',
      'Microsoft.Resources/deployments/whatIf/action',
    ]);
    for (const name of ['preview', 'production']) {
      expect(docs).toContain(`repo:OWNER/REPO:environment:${name}`);
    }
  });

  it.each(['preview', 'deploy'])('signs in to the configured cloud in the job %s', (name) => {
    expect(jobs[name]).toMatch(/environment: \$\{\{ vars\.AZURE_CLOUD \|\| 'azurecloud' \}\}/);
    expect(jobs[name]).toContain('audience: ${{ vars.AZURE_AUDIENCE || ');
    expect(jobs[name]).toContain('run: node .github/exportVariables.mjs');
  });

  it.each(['test', 'preview', 'deploy'])('takes the pinned compiler in the job %s', (name) => {
    expect(workflow).toContain('AZURE_BICEP_USE_BINARY_FROM_PATH: "false"');
    expect(jobs[name]).toMatch(
      /actions\/checkout[\s\S]*az bicep install --version "v\$\(cat infra\/\.bicep-version\)"[\s\S]*(npm test|az deployment)/,
    );
  });

  it('has the version of the compiler from the one file that says it, as tests and docs do', () => {
    expect(bicepVersion).toMatch(/^\d+\.\d+\.\d+$/);
    const others = globSync(
      ['*.{json,md}', '.github/**/*.yml', 'docs/*.md', 'infra/**/*.bicep', 'test/infra/**/*.ts'],
      { cwd: root },
    ).filter((path) => path !== 'package-lock.json' && path !== 'CHANGELOG.md');
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((path) => read(path).includes(bicepVersion))).toEqual([]);
  });
});

/** What the runner makes of the file that a step wrote: a name and a value on one line, or the lines between two marks. */
function readGithubEnv(text: string): Record<string, string> {
  const lines = text.split('\n');
  const variables: Record<string, string> = {};
  for (let line = lines.shift(); line; line = lines.shift()) {
    const [, name = '', mark] = /^(\w+)<<(.+)$/.exec(line) ?? [];
    if (!mark) throw new Error(`Not understood: ${line}`);
    variables[name] = lines.splice(0, lines.indexOf(mark)).join('\n');
    lines.shift();
  }
  return variables;
}

describe('the variables of the repository', () => {
  it('reach the steps unchanged, whatever they contain', () => {
    const folder = mkdtempSync(join(tmpdir(), 'variables-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const variables = {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      SAMPLE_QUESTIONS: 'Revenue by month?\nBOT_NAME=other\n"Top" products?',
      ALERT_EMAILS: '',
    };
    const env = {
      PATH: process.env['PATH'],
      VARIABLES: JSON.stringify(variables),
      GITHUB_ENV: join(folder, 'env'),
    };
    const script = join(root, '.github', 'exportVariables.mjs');
    expect(spawnSync(process.execPath, [script], { env, encoding: 'utf8' }).stderr).toBe('');
    expect(readGithubEnv(readFileSync(env.GITHUB_ENV, 'utf8'))).toEqual(variables);
  });
});
