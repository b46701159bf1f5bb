import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bicepVersion } from './bicepVersion.ts';

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'osx-x64',
  'darwin-arm64': 'osx-arm64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};
const platform = platforms[`${process.platform}-${process.arch}`];
const packageName = `Azure.Bicep.CommandLine.${platform}`;

// NuGet's own folder: one for all clones on a machine, and NuGet locks it against others that fetch the same.
const packagesDir = process.env['NUGET_PACKAGES'] ?? join(homedir(), '.nuget', 'packages');
const tools = join(packagesDir, packageName.toLowerCase(), bicepVersion, 'tools');
const executable = join(tools, process.platform === 'win32' ? 'bicep.exe' : 'bicep');

/** The compiler where NuGet keeps it, if it was fetched before. */
export function cachedBicep(): string | undefined {
  return existsSync(executable) ? executable : undefined;
}

/** The compiler from NuGet, if there is a `dotnet` to ask with, and a network. */
export function fetchBicep(): string | undefined {
  if (!platform) return undefined;
  const projectDir = mkdtempSync(join(tmpdir(), 'bicep-'));
  try {
    writeFileSync(join(projectDir, 'bicep.csproj'), project);
    spawnSync('dotnet', ['restore', projectDir], { timeout: 120_000, env: quiet });
  } finally {
    rmSync(projectDir, { recursive: true });
  }
  return cachedBicep();
}

// A project that only downloads. Without references to a framework, whose files would come along.
const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup><PackageDownload Include="${packageName}" Version="[${bicepVersion}]" /></ItemGroup>
</Project>
`;

const quiet = {
  ...process.env,
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  // Offline, a gate shouldn't wait for six tries.
  NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT: '2',
};
