import { createHash } from 'node:crypto';

/** Tells visitors apart without naming them: 32 hex digits. A cookie and an object ID never give the same. */
export function ownerOf(visitor: { objectId: string } | { cookie: string }): string {
  const parts =
    'objectId' in visitor ? ['page', visitor.objectId] : ['page-cookie', visitor.cookie];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
