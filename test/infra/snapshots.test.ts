import { describe, expect, it } from 'vitest';
import { bicepVersion } from './compiler/bicepVersion.ts';
import { deployments, secret } from './snapshots/deployments.ts';
import { hashSources } from './snapshots/hashSources.ts';
import { snapshotFiles } from './snapshots/takeSnapshots.ts';
import { type DeploymentName, readSnapshotFile, snapshotOf } from './snapshots.ts';

const names = Object.keys(deployments) as DeploymentName[];

describe('the snapshots', () => {
  // This is what a machine without a compiler can tell; one with a compiler takes them again and compares.
  it('are of the templates as they are: otherwise run npm run snapshots', () => {
    expect(JSON.parse(readSnapshotFile('sources.json'))).toEqual(hashSources());
  });

  it.each(snapshotFiles)('are the same on every machine and day: %s', (file) => {
    const text = readSnapshotFile(file);
    expect(text).not.toContain(`${bicepVersion}.`);
    expect(text).not.toMatch(
      /_generator|templateHash|file:\/\/|\/tmp\/|\/home\/|\/root\/|[A-Z]:\\\\/,
    );
    expect(text).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:/);
  });

  it.each(names)('hold no credential: %s', (name) => {
    expect(readSnapshotFile(`${name}.json`)).not.toContain(secret);
  });

  it.each(names)('are complete, without a complaint: %s', (name) => {
    const { predictedResources, diagnostics } = snapshotOf(name);
    expect(predictedResources.length).toBeGreaterThan(30);
    expect(diagnostics).toEqual([]);
  });

  it.each(names)('ask at the deployment only what Azure alone knows: %s', (name) => {
    const functions = JSON.stringify(snapshotOf(name).predictedResources).match(/"\[[^"]*/g) ?? [];
    const unknown = functions.filter(
      (text) =>
        !/reference\(|\[listChannelWithKeys\(|environment\(\)\.(?:suffixes|authentication)|parameters\('databricksSecret'\)/.test(
          text,
        ),
    );
    expect(unknown).toEqual([]);
  });

  it('name nothing of the public cloud in another one', () => {
    const text = JSON.stringify(snapshotOf('usGovernment'));
    const publicAddresses =
      /[\w.-]*\b(?:azure\.net|windows\.net|azure\.com|azurewebsites\.net|azuredatabricks\.net|microsoftonline\.com|botframework\.com)\b/g;
    expect(text.match(publicAddresses) ?? []).toEqual([]);
  });
});
