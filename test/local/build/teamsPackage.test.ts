import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../local/build/teams/fillManifest.ts';
import { packageTeamsApp } from '../../../local/build/teamsPackage.ts';
import { commands } from '../../../src/bot/commands/commands.ts';
import { allCommandTexts } from '../../../src/texts/commandsOfAll.ts';
import { commands as english } from '../../../src/texts/en/commands.ts';

const teamsDir = join(import.meta.dirname, '..', '..', '..', 'infra', 'teams');
const botId = '0c1f6a52-8f0b-4c55-8a2e-1d1f5b3c7e90';
const deployed = { MicrosoftAppId: botId, BOT_HOST: 'func-genie-abc.azurewebsites.net' };

let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'teams-'));
});
afterAll(() => rm(outDir, { recursive: true }));

interface Localization {
  defaultLanguageTag: string;
  additionalLanguages: { languageTag: string; file: string }[];
}

/** `pt-br` is `ptBr` among the texts, and `zh-cn` is `zhHans`. */
function languageOf(tag: string): string {
  return { 'pt-br': 'ptBr', 'zh-cn': 'zhHans' }[tag] ?? tag;
}

async function unpack(env: Record<string, string> = {}) {
  const zip = await packageTeamsApp({ ...deployed, ...env }, outDir);
  const files = unzipSync(await readFile(zip));
  const manifest: Manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  return { files, manifest };
}

describe('the Teams package', () => {
  it('has the manifest and its icons at the root', async () => {
    const { files, manifest } = await unpack();
    const { additionalLanguages } = manifest['localizationInfo'] as Localization;
    const languages = additionalLanguages.map(({ file }) => file);
    expect(Object.keys(files).toSorted()).toEqual(
      ['color.png', 'manifest.json', 'outline.png', ...languages].toSorted(),
    );
    expect(manifest['icons']).toEqual({ color: 'color.png', outline: 'outline.png' });
  });

  it('needs only the deployment’s outputs', async () => {
    const { manifest } = await unpack();
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(manifest).toMatchObject({
      id: botId,
      bots: [{ botId, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['func-genie-abc.azurewebsites.net'],
    });
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  describe('where people sign in', () => {
    const ssoAppId = '5f0d7c31-2f6e-4b0e-9a41-6d0b7c1e2a10';

    it('names their app, as the connection and the app itself do, and the page where they sign in', async () => {
      const { manifest } = await unpack({ SSO_APP_ID: ssoAppId });
      expect(manifest).toMatchObject({
        validDomains: ['func-genie-abc.azurewebsites.net', 'token.botframework.com'],
        webApplicationInfo: { id: ssoAppId, resource: `api://botid-${botId}` },
      });
    });

    it('writes the app’s URI as the deployment does, in small letters', async () => {
      const env = { SSO_APP_ID: ssoAppId, MicrosoftAppId: botId.toUpperCase() };
      const { manifest } = await unpack(env);
      expect(manifest).toMatchObject({ webApplicationInfo: { resource: `api://botid-${botId}` } });
    });

    it('takes a URI of the company’s', async () => {
      const resource = `api://bot.contoso.com/botid-${botId}`;
      const { manifest } = await unpack({ SSO_APP_ID: ssoAppId, SSO_IDENTIFIER_URI: resource });
      expect(manifest).toMatchObject({ webApplicationInfo: { id: ssoAppId, resource } });
    });

    it.each([
      [{ GENIE_IDENTITY: 'person' }, 'SSO_APP_ID'],
      [{ GENIE_IDENTITY: 'Person', SSO_APP_ID: ' ' }, 'SSO_APP_ID'],
      [{ SSO_APP_ID: 'genie' }, 'SSO_APP_ID'],
      [{ SSO_APP_ID: ssoAppId, SSO_IDENTIFIER_URI: 'botid-genie' }, 'SSO_IDENTIFIER_URI'],
    ])('is refused with %j', async (env, name) => {
      await expect(packageTeamsApp({ ...deployed, ...env }, outDir)).rejects.toThrow(
        `${name} must be`,
      );
    });
  });

  it('names its publisher if the settings do', async () => {
    const quoted = 'Acme "Data" GmbH';
    const { manifest } = await unpack({
      BOT_DISPLAY_NAME: 'Ask Acme',
      COMPANY_NAME: quoted,
      COMPANY_WEBSITE: 'https://acme.example',
      PRIVACY_URL: 'https://acme.example/privacy',
    });
    expect(manifest).toMatchObject({
      name: { short: 'Ask Acme' },
      developer: {
        name: quoted,
        websiteUrl: 'https://acme.example',
        privacyUrl: 'https://acme.example/privacy',
        termsOfUseUrl: 'https://acme.example',
      },
    });
  });

  it('offers the commands that the bot has for Teams’ menu, with the same words', async () => {
    const { manifest } = await unpack();
    const [bot] = manifest['bots'] as [{ commandLists: { commands: unknown[] }[] }];
    const offered = bot.commandLists.flatMap((list) => list.commands);
    expect(offered.length).toBeGreaterThanOrEqual(4);
    expect(offered).toEqual(
      commands
        .map(({ name }) => english[name])
        .flatMap((words) =>
          'teamsMenu' in words ? [{ title: words.name, description: words.teamsMenu }] : [],
        ),
    );
  });

  it('speaks each language that the bot has commands in, with the same words', async () => {
    const { files, manifest } = await unpack({ BOT_DISPLAY_NAME: 'Ask "Acme"' });
    const { defaultLanguageTag, additionalLanguages } = manifest[
      'localizationInfo'
    ] as Localization;
    const found = additionalLanguages.map(({ languageTag, file }) => ({
      language: languageOf(languageTag),
      texts: JSON.parse(Buffer.from(files[file] ?? []).toString()) as Record<string, string>,
    }));
    const spoken = [languageOf(defaultLanguageTag), ...found.map(({ language }) => language)];
    expect(spoken.toSorted()).toEqual(Object.keys(allCommandTexts).toSorted());
    for (const { language, texts } of found) {
      const words = commands
        .map(({ name }) => allCommandTexts[language as keyof typeof allCommandTexts][name])
        .filter((command) => 'teamsMenu' in command);
      const offered = Object.entries(texts).filter(([path]) => path.startsWith('bots[0]'));
      expect(offered).toEqual(
        words.flatMap(({ name, teamsMenu }, index) => [
          [`bots[0].commandLists[0].commands[${index}].title`, name],
          [`bots[0].commandLists[0].commands[${index}].description`, teamsMenu],
        ]),
      );
      expect(texts['name.short']).toBe('Ask "Acme"');
      expect(texts['name.full']).toContain('Ask "Acme"');
      expect(texts['$schema']).toContain(`/v${manifest['manifestVersion']}/`);
      expect(texts['description.short']).not.toContain('${{');
    }
  });

  it('is refused with every setting that is missing', async () => {
    await expect(packageTeamsApp({}, outDir)).rejects.toThrow(/MicrosoftAppId .*\n.*BOT_HOST/);
  });

  it('is refused if Microsoft’s schema would refuse it', async () => {
    const env = { ...deployed, BOT_DISPLAY_NAME: 'A name of more than thirty characters' };
    await expect(packageTeamsApp(env, outDir)).rejects.toThrow(/\/name\/short .*30 characters/);
  });
});

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a square of %i pixels', async (name, size) => {
    const { files } = await unpack();
    const png = Buffer.from(files[name] ?? []);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('outline.png is white on transparent, as Teams asks for', async () => {
    const { files } = await unpack();
    const rgba = 6;
    expect(Buffer.from(files['outline.png'] ?? [])[25]).toBe(rgba);
    const drawing = await readFile(join(teamsDir, 'outline.svg'), 'utf8');
    const colours = [...drawing.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['none', '#ffffff']));
  });
});
