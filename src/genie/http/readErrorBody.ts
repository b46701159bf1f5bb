import * as z from 'zod/mini';
import { parseJson } from '../../common/parseJson.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import { htmlPre, htmlTitle, htmlWords, onOneLine } from './htmlWords.ts';

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
  error: text, // API 1.2; in OAuth, a code
  error_description: text, // OAuth
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
  const oauthCode = wire.error_description === undefined ? undefined : wire.error;
  return omitUndefined({
    errorCode: wire.error_code === undefined ? (wire.scimType ?? oauthCode) : `${wire.error_code}`,
    text: wire.message || wire.error_description || wire.error || wire.detail || undefined,
    requestId: detailOf('google.rpc.RequestInfo')?.request_id,
    retryDelayMs: seconds ? Number(seconds[1]) * 1000 : undefined,
  });
}

function readText(body: string): ErrorBody {
  const plain = onOneLine(htmlPre(body) ?? htmlTitle(body) ?? htmlWords(body));
  const coded = /^([A-Z][A-Z_]{2,}): (.+)$/.exec(plain);
  if (coded) return omitUndefined({ errorCode: coded[1], text: coded[2] });
  return plain === '' ? {} : { text: plain };
}
