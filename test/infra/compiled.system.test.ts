import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bicepVersion } from './compiler/bicepVersion.ts';
import { type FoundBicep, findBicep } from './compiler/findBicep.ts';
import { type Deployment, deployments } from './snapshots/deployments.ts';
import { type OpenTemplates, openTemplates } from './snapshots/openTemplates.ts';
import { snapshotFiles, takeSnapshots } from './snapshots/takeSnapshots.ts';
import { readSnapshotFile } from './snapshots.ts';

const address = { DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net' };

/** Deployments that must fail before they begin. */
const refused = {
  nothing: { location: 'westeurope', variables: {} },
  wrongMemory: { location: 'westeurope', variables: { ...address, INSTANCE_MEMORY_MB: '1024' } },
  fewInstances: { location: 'westeurope', variables: { ...address, MAXIMUM_INSTANCE_COUNT: '10' } },
  budgetWithoutStart: {
    location: 'westeurope',
    variables: { ...address, MONTHLY_BUDGET: '200', ALERT_EMAILS: 'ada@example.com' },
  },
  chatPageWithoutApp: {
    location: 'westeurope',
    // The sign-in of the bot in Teams is another thing, even if one app can do both.
    variables: {
      ...address,
      CHAT_PAGE: 'true',
      SSO_APP_ID: '00000000-0000-0000-0000-00000000000d',
    },
  },
} as const satisfies Record<string, Deployment>;

/** Said once for a run, on the line before the summary of this file. */
function explain(found: FoundBicep | undefined): string {
  if (!found)
    return 'The templates are NOT compiled: no Bicep compiler is here, and dotnet could fetch none.';
  if (found.version === bicepVersion) return `The templates are compiled by Bicep ${bicepVersion}.`;
  return `The templates are only compiled, by Bicep ${found.version}: snapshots need ${bicepVersion}.`;
}

describe('the Bicep compiler', { timeout: 120_000 }, () => {
  let bicep: FoundBicep | undefined;
  let templates: OpenTemplates;
  let taken: Promise<Map<string, string>> | undefined;

  beforeAll(() => {
    bicep = findBicep();
    process.stderr.write(`${explain(bicep)}\n`);
    if (bicep) templates = openTemplates(bicep.path, { ...deployments, ...refused });
  }, 180_000);

  // Another version's linter can be newer than the templates; BCP104 only says that a module has an error of its own.
  const counts = (line: string) =>
    bicep?.version === bicepVersion || / Error BCP(?!104)/.test(line);
  afterAll(() => templates?.close());

  it('finds no error, and the pinned one no warning', async ({ skip }) => {
    skip(!bicep, explain(bicep));
    const { diagnostics } = await templates.compile();
    expect(diagnostics.filter(counts)).toEqual([]);
  });

  it('needs nothing but the workspace’s address for main.bicepparam', async ({ skip }) => {
    skip(!bicep, explain(bicep));
    expect((await templates.checkParameters('default')).filter(counts)).toEqual([]);
    expect(await templates.checkParameters('nothing')).toEqual([
      expect.stringContaining('"nothing__DATABRICKS_HOST" does not exist'),
    ]);
  });

  it('refuses a size that instances don’t have', async ({ skip }) => {
    skip(!bicep, explain(bicep));
    expect(await templates.checkParameters('wrongMemory')).toEqual([
      expect.stringContaining("'1024'"),
    ]);
  });

  it.for(snapshotFiles)(
    'makes the committed %s (otherwise: npm run snapshots)',
    async (file, { skip }) => {
      skip(bicep?.version !== bicepVersion, explain(bicep));
      taken ??= takeSnapshots(templates);
      expect((await taken).get(file)).toBe(readSnapshotFile(file));
    },
  );

  it.for([
    ['budgetWithoutStart', 'MONTHLY_BUDGET needs MONTHLY_BUDGET_START'],
    ['chatPageWithoutApp', 'CHAT_PAGE needs CHAT_PAGE_CLIENT_ID'],
    ['fewInstances', "'maximumInstanceCount'"],
  ] as const)('refuses %s', async ([name, reason], { skip }) => {
    skip(bicep?.version !== bicepVersion, explain(bicep));
    await expect(templates.snapshot(name)).rejects.toThrow(reason);
  });
});
