import { randomBytes } from 'node:crypto';
import type { Caller } from '../caller.ts';
import { newId, newStatementId } from '../newIds.ts';
import { toCsv } from '../toCsv.ts';
import type { Statement } from '../warehouse.ts';
import { ApiError, invalidParameter, notFound } from './apiError.ts';
import { type Demo, requireMessage } from './demo.ts';
import { ATTACHMENT, requireStatement } from './resultRoutes.ts';
import type { ApiRequest, Route } from './route.ts';

const LINK_LIFETIME_MS = 15 * 60_000;

/** Where the whole results are stored: a path of this server, outside the API, that stands in for cloud storage. */
export const STORAGE_PATH = '/external-results/';

interface Download {
  userId: number;
  statement: Statement;
  signature: string;
  startedAt: number;
}

export interface Downloads {
  routes: Route[];
  /**
   * The CSV behind an external link. Like cloud storage, it refuses a request that brings its own credential too.
   * @throws ApiError 400 with an `Authorization` header, 403 for a link that is unknown or older than 15 minutes.
   */
  open(url: URL, authorization: string | undefined): string;
}

/** Starting the download of a whole result, asking whether it is ready, and fetching it. */
export function createDownloads(demo: Demo): Downloads {
  const downloads = new Map<string, Download>();
  const links = new Map<string, { csv: string; expiresAt: number }>();

  const start = (request: ApiRequest): unknown => {
    const statement = requireStatement(requireMessage(demo, request), request);
    const id = newId();
    const signature = `eyJhbGciOiJIUzI1NiJ9.${randomBytes(24).toString('base64url')}`;
    downloads.set(id, {
      userId: request.caller.userId,
      statement: { ...statement, id: newStatementId() },
      signature,
      startedAt: demo.now(),
    });
    return { download_id: id, download_id_signature: signature };
  };

  const publish = (
    caller: Caller,
    { sql, columns }: Statement,
  ): { rowCount: number; result: unknown } => {
    const rows = demo.warehouses.of(caller).run(sql, columns);
    const csv = toCsv(columns, rows);
    const key = randomBytes(24).toString('base64url');
    const expiresAt = demo.now() + LINK_LIFETIME_MS;
    links.set(key, { csv, expiresAt });
    const link = {
      chunk_index: 0,
      row_offset: 0,
      row_count: rows.length,
      byte_count: Buffer.byteLength(csv),
      external_link: `${demo.url()}${STORAGE_PATH}result.csv?sig=${key}`,
      expiration: new Date(expiresAt).toISOString(),
      http_headers: {},
    };
    return { rowCount: rows.length, result: { external_links: [link] } };
  };

  const poll = ({ params, query, caller }: ApiRequest): unknown => {
    const signature = query.get('download_id_signature');
    if (!signature) throw invalidParameter('download_id_signature must be provided.');
    const download = downloads.get(params['download_id'] ?? '');
    if (download?.signature !== signature || download.userId !== caller.userId) {
      throw notFound('Download does not exist.');
    }
    const { statement, startedAt } = download;
    if (demo.now() < startedAt + demo.stageMs) {
      return { statement_response: { statement_id: statement.id, status: { state: 'RUNNING' } } };
    }
    const { rowCount, result } = publish(caller, statement);
    const manifest = {
      format: 'CSV',
      total_row_count: rowCount,
      total_chunk_count: 1,
      truncated: false,
    };
    return {
      statement_response: {
        statement_id: statement.id,
        status: { state: 'SUCCEEDED' },
        manifest,
        result,
      },
    };
  };

  return {
    routes: [
      { method: 'POST', path: `${ATTACHMENT}/downloads`, handle: start },
      { method: 'GET', path: `${ATTACHMENT}/downloads/:download_id`, handle: poll },
    ],
    open: (url, authorization) => {
      if (authorization !== undefined) {
        throw new ApiError(400, 'InvalidAuthenticationInfo', 'Only one credential is allowed.');
      }
      const link = links.get(url.searchParams.get('sig') ?? '');
      if (link === undefined || link.expiresAt <= demo.now()) {
        throw new ApiError(403, 'AuthenticationFailed', 'The link is no longer valid.');
      }
      return link.csv;
    },
  };
}
