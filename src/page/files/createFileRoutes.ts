import { randomBytes } from 'node:crypto';
import { contentPolicy } from '../contentPolicy.ts';
import { PageError, type PageRoute } from '../route.ts';
import { acceptedCoding } from './acceptedCoding.ts';
import type { PageFiles } from './pageFiles.ts';

export interface FileRoutesOptions {
  files: PageFiles;
  /** Where the page finds Direct Line, without a path. */
  directLineUrl: string;
  /** Origins of pages that can show it in a frame; none: no page can. */
  frameAncestors: readonly string[];
}

/** A year, as long as a cache keeps anything. */
const forever = 'public, max-age=31536000, immutable';

/** What a page that only chats has no use for. */
const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** The page itself, which is another for each visit, and its files, which never change. */
export function createFileRoutes({
  files,
  directLineUrl,
  frameAncestors,
}: FileRoutesOptions): PageRoute[] {
  return [
    {
      method: 'GET',
      path: '',
      kind: 'document',
      async handle() {
        const nonce = randomBytes(16).toString('base64');
        return {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
            'content-security-policy': contentPolicy({ nonce, directLineUrl, frameAncestors }),
            'permissions-policy': permissions,
            // It knows no list of origins. Where there is one, the policy's own speaks alone.
            ...(frameAncestors.length === 0 && { 'x-frame-options': 'DENY' }),
          },
          body: await readOr503(() => files.html(nonce)),
        };
      },
    },
    {
      method: 'GET',
      path: 'files/:name',
      kind: 'file',
      async handle({ request, params }) {
        const coding = acceptedCoding(request.headers.get('accept-encoding'));
        const file = await readOr503(() => files.read(params['name'] ?? '', coding));
        if (!file) throw new PageError(404, 'not-found', 'The page has no such file');
        return {
          headers: {
            'content-type': file.type,
            'cache-control': forever,
            vary: 'accept-encoding',
            ...(coding !== 'identity' && { 'content-encoding': coding }),
          },
          body: file.content,
        };
      },
    },
  ];
}

async function readOr503<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new PageError(503, 'unavailable', 'The files of the page can’t be read', { cause });
  }
}
