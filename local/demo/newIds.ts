import { randomBytes, randomUUID } from 'node:crypto';

/** A new id as Databricks writes them: 32 lowercase hexadecimal characters. */
export function newId(): string {
  return `01f1${randomBytes(14).toString('hex')}`;
}

/** A new id of a SQL statement: a UUID with hyphens. */
export function newStatementId(): string {
  return `01f1${randomUUID().slice(4)}`;
}
