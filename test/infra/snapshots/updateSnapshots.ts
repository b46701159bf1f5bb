import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bicepVersion } from '../compiler/bicepVersion.ts';
import { findBicep } from '../compiler/findBicep.ts';
import { deployments } from './deployments.ts';
import { openTemplates } from './openTemplates.ts';
import { takeSnapshots } from './takeSnapshots.ts';

// `npm run snapshots`: takes the snapshots again after a change of the templates, for a commit.

const bicep = findBicep();
if (bicep?.version !== bicepVersion) {
  console.error(`There is no Bicep ${bicepVersion} here, and no dotnet that could fetch it.`);
  process.exit(1);
}
const templates = openTemplates(bicep.path, deployments);
try {
  const { diagnostics } = await templates.compile();
  if (diagnostics.length > 0) throw new Error(diagnostics.join('\n'));
  for (const [name, text] of await takeSnapshots(templates)) {
    writeFileSync(join(import.meta.dirname, name), text);
    console.log(`test/infra/snapshots/${name}`);
  }
} finally {
  templates.close();
}
