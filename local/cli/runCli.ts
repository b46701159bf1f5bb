import { join } from 'node:path';
import { failureWords } from '../../src/cards/talk/failureWords.ts';
import { AppError } from '../../src/common/errors.ts';
import { terminalReader } from '../terminalReader.ts';
import { openWorkspace, type Workspace } from './openWorkspace.ts';

/** The command was called with arguments it doesn't know. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a terminal command on the workspace from the settings, and ends the process: 0, or 1 with a sentence that says
 * what went wrong, or 2 for wrong usage.
 */
export async function runCli(act: (workspace: Workspace) => Promise<void>): Promise<void> {
  let workspace: Workspace | undefined;
  try {
    workspace = await openWorkspace(process.env, join(import.meta.dirname, '..', '..'));
    if (workspace.settingsFrom) process.stderr.write(`${workspace.settingsFrom}\n`);
    await act(workspace);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } finally {
    await workspace?.close();
  }
}

function describe(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof AppError))
    return error instanceof Error ? (error.stack ?? '') : `${error}`;
  if (error.code === 'config') return error.message;
  const { what, advice } = failureWords(error, terminalReader.texts);
  return [what, ...(advice ? [advice] : []), `(${error.message})`].join(' ');
}
