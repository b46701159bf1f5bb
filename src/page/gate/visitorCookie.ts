import { randomBytes } from 'node:crypto';
import type { HttpRequest } from '@azure/functions';

const name = 'askGenie.visitor';
const yearInSeconds = 365 * 24 * 3_600;

/** Tells the browsers of an open page apart: 24 random bytes, which only the browser and we ever see. */
export function readVisitorCookie({ headers }: Pick<HttpRequest, 'headers'>): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value !== undefined && /^[\w-]{32}$/.test(value) ? value : undefined;
}

export function newVisitorCookie(): string {
  return randomBytes(24).toString('base64url');
}

/** The header that has the browser keep it, for the page alone. */
export function keepVisitorCookie(value: string, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Path=/api/chat; Max-Age=${yearInSeconds}; HttpOnly; SameSite=Strict${secure}`;
}
