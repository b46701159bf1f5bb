import { parseJson } from '../../../src/common/parseJson.ts';

/** One error of Azure Resource Manager. */
export interface ArmError {
  code: string;
  message: string;
}

interface Nested {
  code?: unknown;
  message?: unknown;
  error?: unknown;
  details?: unknown;
  innererror?: unknown;
}

/**
 * The innermost errors of what Azure sent: it wraps the one that helps in up to five others, some of them JSON in a
 * string. https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export function innermostErrors(value: unknown): ArmError[] {
  if (typeof value === 'string') {
    const parsed = value.trimStart().startsWith('{') ? parseJson(value) : undefined;
    return parsed === undefined ? [] : innermostErrors(parsed);
  }
  if (Array.isArray(value)) return value.flatMap(innermostErrors);
  if (typeof value !== 'object' || value === null) return [];
  const { code, message, error, details, innererror } = value as Nested;
  const within = [error, details, innererror, message].flatMap(innermostErrors);
  if (within.length > 0) return within;
  if (typeof message !== 'string') return [];
  return [{ code: typeof code === 'string' ? code : '', message: message.trim() }];
}
