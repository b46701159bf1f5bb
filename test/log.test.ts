import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';

function record(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = [];
  return { lines, log: createLog(level, (_level, line) => lines.push(line)) };
}

describe('the log', () => {
  it('writes one JSON object a line, whatever the text', () => {
    const { lines, log } = record('info');
    log.with({ questionId: 'q' }).info('x', { text: 'a\n{"level":"error"}\u2028b' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'x',
      level: 'info',
      questionId: 'q',
    });
  });

  it('keeps the code, the stack and the cause of an error', () => {
    const { lines, log } = record('info');
    log.error('x', { error: new AppError('storage', 'outer', { cause: new Error('inner') }) });
    expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
      code: 'storage',
      message: 'outer',
      stack: expect.stringContaining('log.test'),
      cause: { message: 'inner' },
    });
  });

  it('leaves out what is less severe than its level', () => {
    const { lines, log } = record('warn');
    log.info('quiet');
    log.warn('loud');
    expect(lines).toHaveLength(1);
  });
});
