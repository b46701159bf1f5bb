import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What the Bot Framework SDK imports at the top of its files but calls only in parts the app doesn't use: its own
 * managed identity, calls to skills, transcripts in files, speech, streaming.
 */
const unused = /^(?:@azure\/identity|axios|fs-extra|htmlparser2|ws)$/;

const namespace = 'unused';

/** Says what is missing if it is called after all; linking the modules calls nothing. */
const placeholder = (name: string) => `module.exports = new Proxy({}, {
  get(_, key) {
    if (key === '__esModule') return undefined;
    throw new Error('${name} is left out of the bundle by local/build/leanBotFramework.ts');
  },
});`;

/** Keeps out of the bundle what the SDK would load at every start for nothing, or twice. */
export const leanBotFramework: Plugin = {
  name: 'lean-bot-framework',
  setup(build) {
    const { absWorkingDir = '' } = build.initialOptions;
    const connectorDir = join(absWorkingDir, 'node_modules', 'botframework-connector');
    const isSdk = (importer: string) => /node_modules[\\/]bot(?:builder|framework)/.test(importer);

    build.onResolve({ filter: unused }, ({ path, importer }) =>
      isSdk(importer) ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: placeholder(path) }));

    // Four of its packages each bring their own copy of the same zod version.
    build.onResolve({ filter: /^zod$/ }, ({ importer, kind, resolveDir }) =>
      isSdk(importer) && resolveDir !== connectorDir
        ? build.resolve('zod', { kind, resolveDir: connectorDir })
        : undefined,
    );

    // It requires the CommonJS build of packages that the storage clients import as ES modules: both would be loaded.
    build.onResolve({ filter: /^@azure\/core-/ }, ({ path, importer, kind, resolveDir }) =>
      isSdk(importer) && kind === 'require-call'
        ? build.resolve(path, { kind: 'import-statement', resolveDir })
        : undefined,
    );
  },
};
