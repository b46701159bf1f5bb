import { spawn } from 'node:child_process';

/** A compiler that runs until `stop()`: it starts for seconds, and then compiles in fractions of one. */
export interface Bicep {
  compile(path: string): Promise<Compilation>;
  compileParams(path: string): Promise<Compilation>;
  /**
   * What a deployment with this `.bicepparam` would create, worked out offline.
   *
   * @throws Error for a deployment that Azure would refuse before it begins, such as one that calls `fail()`
   */
  snapshot(path: string, metadata: SnapshotMetadata): Promise<string>;
  stop(): void;
}

export interface Compilation {
  success: boolean;
  /** Errors, warnings, and what the linter says, also of the modules. */
  diagnostics: Diagnostic[];
  /** The ARM JSON, if it is a `.bicep` file without an error. */
  contents?: string;
}

export interface Diagnostic {
  source: string;
  range: { start: { line: number } };
  level: string;
  code: string;
  message: string;
}

/** Where a snapshot pretends to be deployed. */
export interface SnapshotMetadata {
  tenantId: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  deploymentName: string;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Starts `bicep jsonrpc`, whose interface Bicep keeps stable. */
export function startBicep(path: string, env: NodeJS.ProcessEnv): Bicep {
  const child = spawn(path, ['jsonrpc', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const waiting = new Map<number, Waiting>();
  let ended: string | undefined;
  const failAll = (reason: string) => {
    ended = reason;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  child.on('error', ({ message }) => failAll(message));
  child.on('exit', (code) => failAll(`The compiler ended with ${code}`));
  child.stdin.on('error', ({ message }) => failAll(message));
  child.stdout.on(
    'data',
    readFrames((text) => {
      const { id, result, error } = JSON.parse(text) as Reply;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }),
  );

  let lastId = 0;
  const call = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error(ended));
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const text = JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    });

  return {
    compile: async (file) => (await call('bicep/compile', { path: file })) as Compilation,
    compileParams: async (file) =>
      (await call('bicep/compileParams', {
        path: file,
        parameterOverrides: {},
      })) as Compilation,
    snapshot: async (file, metadata) => {
      const asked = { path: file, metadata, externalInputs: [] };
      const { snapshot } = (await call('bicep/getSnapshot', asked)) as { snapshot: string };
      return snapshot;
    },
    stop: () => child.kill(),
  };
}

/** Takes messages out of what arrives in pieces: a header with the length, an empty line, the text. */
function readFrames(take: (text: string) => void): (piece: Buffer) => void {
  let unread = Buffer.alloc(0);
  return (piece) => {
    unread = Buffer.concat([unread, piece]);
    for (;;) {
      const headerEnd = unread.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const header = unread.toString('latin1', 0, headerEnd);
      const length = Number(/Content-Length: (\d+)/i.exec(header)?.[1]);
      const start = headerEnd + 4;
      if (unread.length < start + length) return;
      take(unread.toString('utf8', start, start + length));
      unread = unread.subarray(start + length);
    }
  };
}
