import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGuid } from '../../../local/ssoApp/encodeGuid.ts';
import { setUpSsoApp } from '../../../local/ssoApp/setUpSsoApp.ts';
import { readSsoAppArguments } from '../../../local/ssoApp/ssoAppArguments.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { createEntraDouble, theBot, theTenant } from '../../support/azure/entraDouble.ts';
import { bicepVersion } from '../compiler/bicepVersion.ts';
import { type FoundBicep, findBicep } from '../compiler/findBicep.ts';
import { type Bicep, type Diagnostic, startBicep } from '../compiler/startBicep.ts';
import { infraDir } from '../infraDir.ts';
import { writeGraphExtension } from './graphExtension.ts';

const registry = 'https://mcr.microsoft.com/v2/';
const guids = [
  '5b404cf4-a79d-4cfe-b866-24bf8e1a4921',
  'F3723D34-6FF5-4CEB-A148-D99DCD2511FC',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01234567-89ab-cdef-fedc-ba9876543210',
];

/** Where the template pretends to be deployed. */
const where = {
  tenantId: theTenant,
  subscriptionId: '00000000-0000-0000-0000-00000000000b',
  resourceGroup: 'rg-genie',
  location: 'westeurope',
  deploymentName: 'sso-app',
};

const withoutName = ({ uniqueName, ...properties }: Record<string, unknown>) => properties;

describe('the template of the app that people sign in to', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sso-app-'));
  const standIn = join(folder, 'stand-in');
  const real = join(folder, 'real');
  let found: FoundBicep | undefined;
  let bicep: Bicep;
  let problems: Diagnostic[];

  beforeAll(async () => {
    cpSync(join(infraDir, 'sso-app'), standIn, { recursive: true });
    cpSync(join(infraDir, 'sso-app'), real, { recursive: true });
    found = findBicep();
    if (found?.version !== bicepVersion) return;
    bicep = startBicep(found.path, process.env);
    writeGraphExtension(found.path, join(standIn, 'graph.tgz'));
    const configFile = join(standIn, 'bicepconfig.json');
    const config = JSON.parse(readFileSync(configFile, 'utf8'));
    const extensions = { microsoftGraphV1: './graph.tgz' };
    writeFileSync(configFile, JSON.stringify({ ...config, extensions }));
    problems = (await bicep.compile(join(standIn, 'main.bicep'))).diagnostics;
  }, 180_000);
  afterAll(() => {
    bicep?.stop();
    rmSync(folder, { recursive: true });
  });

  const needsCompiler = (skip: (condition: boolean, note: string) => void) =>
    skip(found?.version !== bicepVersion, `This needs Bicep ${bicepVersion}.`);

  it('compiles without a warning, with a stand-in for the Microsoft Graph extension', ({
    skip,
  }) => {
    needsCompiler(skip);
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it('compiles with the real extension, where its registry is reached', async ({ skip }) => {
    needsCompiler(skip);
    const reached = await fetch(registry, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    skip(
      !reached,
      'infra/sso-app isn’t compiled with the Microsoft Graph extension: mcr.microsoft.com can’t be reached from here.',
    );
    const { diagnostics } = await bicep.compile(join(real, 'main.bicep'));
    const refused = diagnostics.find(({ code }) => code === 'BCP192');
    skip(Boolean(refused), `The Microsoft Graph extension can’t be fetched: ${refused?.message}`);
    expect(diagnostics).toEqual([]);
  });

  it('encodes GUIDs as the script does, and as the token service writes its own', async ({
    skip,
  }) => {
    needsCompiler(skip);
    const list = guids.map((guid) => `encodeGuid('${guid}')`).join(', ');
    writeFileSync(
      join(standIn, 'guids.bicep'),
      `import { encodeGuid } from 'encodeGuid.bicep'\noutput all string[] = [${list}]`,
    );
    writeFileSync(join(standIn, 'guids.bicepparam'), "using 'guids.bicep'");
    const { outputs } = JSON.parse(await bicep.snapshot(join(standIn, 'guids.bicepparam'), where));
    expect(outputs.all).toEqual(guids.map(encodeGuid));
  });

  it.for([[], ['--federation'], ['--unique-identifier', 'genie', '--name', 'Ask Contoso']])(
    'creates what npm run sso-app does, with %j',
    async (more, { skip }) => {
      needsCompiler(skip);
      const args = readSsoAppArguments(['--bot-app-id', theBot, ...more]);
      writeFileSync(
        join(standIn, 'main.bicepparam'),
        [
          "using 'main.bicep'",
          `param botAppId = '${theBot}'`,
          `param federation = ${args.federation}`,
          ...(args.uniqueIdentifier ? [`param uniqueIdentifier = '${args.uniqueIdentifier}'`] : []),
          `param displayName = '${args.name}'`,
        ].join('\n'),
      );
      const text = await bicep.snapshot(join(standIn, 'main.bicepparam'), where);
      const { predictedResources, diagnostics } = JSON.parse(text);
      expect(diagnostics).toEqual([]);
      const [app, servicePrincipal, credential] = predictedResources;

      const entra = createEntraDouble();
      const { clock, signal } = aTrial();
      await setUpSsoApp({ args, az: entra.az, clock, signal, say: () => undefined });
      const [made] = entra.apps.values();
      expect({ optionalClaims: { accessToken: [] }, ...made?.body }).toEqual(
        withoutName(app.properties),
      );
      expect(app.properties.uniqueName).toBe(made?.uniqueName);
      expect(servicePrincipal.properties.appId).toBe("[reference('app').appId]");
      const trusted = made?.credentials[0];
      expect(credential.properties).toMatchObject({
        name: `${made?.uniqueName}/${trusted?.name}`,
        description: trusted?.['description'],
        subject: trusted?.['subject'],
        audiences: trusted?.['audiences'],
        // Which cloud it is, only the deployment knows.
        issuer: `[format('{0}{1}/v2.0', environment().authentication.loginEndpoint, '${theTenant}')]`,
      });
    },
  );
});
