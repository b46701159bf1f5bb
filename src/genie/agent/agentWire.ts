import * as z from 'zod/mini';
import { flag, integer, lenient, list, text } from '../wire/lenient.ts';

/**
 * What agent mode sends (Databricks REST API reference, “Create an agent mode response”, “List agent mode conversation
 * items”; Beta). As in `wire.ts`, what doesn't fit counts as missing. Names that are seen in the field, but not
 * documented, are read where they are there.
 */

const columnWire = z.union([
  z.pipe(
    z.string(),
    z.transform((name) => ({ name, type: undefined, type_name: undefined })),
  ),
  z.object({ name: text, type: text, type_name: text }),
]);

/** The stable part of a report: its texts' Markdown isn't. */
const metadataWire = z.object({
  sql: text,
  title: text,
  columns: list(columnWire),
  preview_rows: lenient(z.array(z.array(z.unknown()))),
  status: text,
  total_row_count: integer,
  truncated: flag,
});

const annotationWire = z.object({ title: text, url: text, identifier: text });

const partWire = z.object({
  text,
  metadata: lenient(metadataWire),
  annotations: list(annotationWire),
});

/** A message's text can also come without parts. */
const contentWire = z.union([
  z.pipe(
    z.string(),
    z.transform((only) => [{ text: only, metadata: undefined, annotations: [] }]),
  ),
  list(partWire),
]);

const errorWire = z.object({ code: text, type: text, error_code: text, message: text });

/** An error as an object, or only its words. */
const anyErrorWire = lenient(
  z.union([
    errorWire,
    z.pipe(
      z.string(),
      z.transform((message) => ({
        message,
        code: undefined,
        type: undefined,
        error_code: undefined,
      })),
    ),
  ]),
);

export const itemWire = z.object({
  id: text,
  type: text,
  role: text,
  status: text,
  content: contentWire,
  call_id: text,
  arguments: text,
  output: text,
  error: anyErrorWire,
  created_at: integer,
});

export const itemsWire = z.object({ data: list(itemWire), last_id: text, has_more: flag });

const responseWire = z.object({
  id: text,
  conversation_id: text,
  status: text,
  error: anyErrorWire,
  output: list(itemWire),
});

/** All events, whose types differ in what they carry. */
export const eventWire = z.object({
  type: text,
  response: lenient(responseWire),
  item: lenient(itemWire),
  // Of an `error` event.
  error: anyErrorWire,
  code: text,
  error_code: text,
  message: text,
});

export type ItemWire = z.output<typeof itemWire>;
export type EventWire = z.output<typeof eventWire>;
export type ErrorWire = z.output<typeof errorWire>;
export type PartWire = z.output<typeof partWire>;
