import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bicepDir, findBicep } from './findBicep.ts';

// What `npm run test:infra` runs first: a Bicep compiler is found or fetched, else it says that there is none.

const packageOf: Record<string, string> = {
  'linux-x64': 'Azure.Bicep.CommandLine.linux-x64',
  'darwin-arm64': 'Azure.Bicep.CommandLine.osx-arm64',
  'darwin-x64': 'Azure.Bicep.CommandLine.osx-x64',
};

/** Asks NuGet for the compiler, where there is a `dotnet` to ask with. */
function fetchBicep(): void {
  const name = packageOf[`${process.platform}-${process.arch}`];
  if (!name) return;
  mkdirSync(bicepDir, { recursive: true });
  writeFileSync(
    join(bicepDir, 'bicep.csproj'),
    `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="${name}" Version="[0.49.2]" /></ItemGroup>
</Project>
`,
  );
  spawnSync('dotnet', ['restore', '--packages', bicepDir, bicepDir], { timeout: 120_000 });
}

if (!findBicep()) fetchBicep();
const bicep = findBicep();
console.log(
  bicep
    ? `Bicep compiler: ${bicep}. The templates are compiled and linted.`
    : 'NO BICEP COMPILER: not on the path, not of the Azure CLI, not to be had from NuGet. The templates are NOT ' +
        'compiled; only their syntax and their contracts are tested. Name a compiler with BICEP.',
);
