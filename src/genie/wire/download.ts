import type { QueryResult } from '../types.ts';
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
  totalRows: number;
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
  const rowsInLinks = links.reduce((sum, link) => sum + (link.rowCount ?? 0), 0);
  return omitUndefined({
    state: readState(statement),
    format: statement?.manifest?.format,
    totalRows: statement?.manifest?.total_row_count ?? rowsInLinks,
    truncated: statement?.manifest?.truncated ?? false,
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
