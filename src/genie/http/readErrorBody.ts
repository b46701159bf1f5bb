import * as z from 'zod/mini';
import { parseJson } from '../../common/parseJson.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';

export interface ErrorBody {
  errorCode?: string;
  text?: string;
  requestId?: string;
  /** From `google.rpc.RetryInfo`. */
  retryDelayMs?: number;
}

const text = z.catch(z.optional(z.string()), undefined);

const errorWire = z.object({
  /** A number where the gateway answers, a name where a service does. */
  error_code: z.catch(z.optional(z.union([z.string(), z.number()])), undefined),
  message: text,
  error: text, // API 1.2
  detail: text, // SCIM
  scimType: text,
  details: z.catch(z.array(z.unknown()), []),
});

const detailWire = z.object({ '@type': z.string(), request_id: text, retry_delay: text });

/**
 * What an unsuccessful answer says, in any of the shapes that Databricks' services and gateways use: JSON (three
 * dialects), `CODE: message`, an HTML page, plain text, nothing.
 */
export function readErrorBody(body: string): ErrorBody {
  const json = parseJson(body);
  const parsed = z.safeParse(errorWire, json);
  const found = parsed.success ? readJson(parsed.data) : readText(body);
  const requestId = found.requestId ?? /\[ReqId: ([\w-]+)\]/.exec(found.text ?? '')?.[1];
  return omitUndefined({ ...found, requestId });
}

function readJson(wire: z.output<typeof errorWire>): ErrorBody {
  const details = wire.details.flatMap((detail) => z.safeParse(detailWire, detail).data ?? []);
  const detailOf = (type: string) => details.find((detail) => detail['@type'].endsWith(type));
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(detailOf('google.rpc.RetryInfo')?.retry_delay ?? '');
  return omitUndefined({
    errorCode: wire.error_code === undefined ? wire.scimType : String(wire.error_code),
    text: wire.message || wire.error || wire.detail || undefined,
    requestId: detailOf('google.rpc.RequestInfo')?.request_id,
    retryDelayMs: seconds ? Number(seconds[1]) * 1000 : undefined,
  });
}

/** What there is to say stands at the beginning, and is cut much shorter in the end. */
const searched = 20_000;

function readText(body: string): ErrorBody {
  const start = body.slice(0, searched);
  const words =
    between(start, /<pre\b[^<>]*>/i, /<\/pre>/i) ??
    between(start, /<title\b[^<>]*>/i, /<\/title>/i) ??
    start.replace(/<[^<>]*>/g, ' ');
  const plain = words.replace(/\s+/g, ' ').trim();
  const coded = /^([A-Z][A-Z_]{2,}): (.+)$/.exec(plain);
  if (coded) return omitUndefined({ errorCode: coded[1], text: coded[2] });
  return plain === '' ? {} : { text: plain };
}

/** What stands in the first such element. One pattern for all of it would search the rest again at each opening tag. */
function between(html: string, opening: RegExp, closing: RegExp): string | undefined {
  const tag = opening.exec(html);
  const rest = tag ? html.slice(tag.index + tag[0].length) : '';
  const end = rest.search(closing);
  return end === -1 ? undefined : rest.slice(0, end);
}
