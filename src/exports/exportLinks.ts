import type { Clock } from '../common/clock.ts';
import { type ExportLink, type SignedLink, signLink } from './signLink.ts';
import { verifyLink } from './verifyLink.ts';

export interface ExportLinksOptions {
  /** The public address of this app, without a trailing slash. */
  baseUrl: string;
  lifetimeMs: number;
  /** The same for all instances. */
  readKey(): Promise<Buffer>;
  clock: Clock;
}

export interface ExportLinks {
  readonly lifetimeMs: number;
  /** The address of a download. It works for anyone who has it, until it expires. @throws AppError `storage` */
  create(target: Omit<ExportLink, 'expiresAt'>): Promise<string>;
  /** What a returned address opens. @throws AppError `storage` */
  open(link: SignedLink): Promise<ExportLink | 'forged' | 'expired'>;
}

/** Creates and opens the links to `GET /api/answers/{answer}/export`. */
export function createExportLinks({
  baseUrl,
  lifetimeMs,
  readKey,
  clock,
}: ExportLinksOptions): ExportLinks {
  return {
    lifetimeMs,
    async create(target) {
      const expiresAt = clock.now() + lifetimeMs;
      const { answer, ...query } = signLink({ ...target, expiresAt }, await readKey());
      return `${baseUrl}/api/answers/${answer}/export?${new URLSearchParams(query)}`;
    },
    open: async (link) => verifyLink(link, await readKey(), clock.now()),
  };
}
