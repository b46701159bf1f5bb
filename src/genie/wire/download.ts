import type { QueryResult } from '../types.ts';
import { countRows } from './countRows.ts';
import { omitUndefined } from './omitUndefined.ts';
import { readState, readStatementError } from './toQueryResult.ts';
import type { LinkWire, StatementWire } from './wire.ts';

/** A full result that Genie was asked to write out. The signature is a credential: never log it. */
export interface Download {
  id: string;
  signature?: string;
}

/** How far a download is; the links are there once `state` is `SUCCEEDED`. */
export interface DownloadStatus {
  state: QueryResult['state'];
  /** Such as `CSV`. Which one Genie writes is not documented. */
  format?: string;
  /** Absent if nothing says how many there are. */
  totalRows?: number;
  /** Not all rows are in `links`. */
  truncated: boolean;
  links: DownloadLink[];
  error?: { code: string; text: string };
}

/** One part of the rows. The address is a credential: never log it, never send it a token of ours. */
interface DownloadLink {
  url: string;
  /** To be sent with the request for `url`. */
  headers: Record<string, string>;
  rowCount?: number;
  /** Milliseconds since 1970. */
  expiresAt?: number;
}

/** What `GET …/downloads/{id}` says. */
export function toDownloadStatus({ statement_response: statement }: StatementWire): DownloadStatus {
  const links = (statement?.result?.external_links ?? []).map(toLink);
  const { total, hasMore } = countRows(statement ?? {});
  return omitUndefined({
    state: readState(statement),
    format: statement?.manifest?.format,
    totalRows: total,
    truncated: hasMore || (statement?.manifest?.truncated ?? false),
    links,
    error: readStatementError(statement),
  });
}

function toLink(wire: LinkWire): DownloadLink {
  const expiresAt = Date.parse(wire.expiration ?? '');
  return omitUndefined({
    url: wire.external_link,
    headers: wire.http_headers ?? {},
    rowCount: wire.row_count,
    expiresAt: Number.isNaN(expiresAt) ? undefined : expiresAt,
  });
}
