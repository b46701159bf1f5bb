import { progressText } from '../../src/cards/talk/progressText.ts';
import type { MessageStatus } from '../../src/genie/types.ts';

interface ProgressLine {
  show(status: MessageStatus): void;
  /** Leaves nothing of it on a terminal. */
  end(): void;
}

/** Shows in one line how far Genie is; where it is no terminal, a line for each new status. */
export function showProgress(stream: NodeJS.WriteStream): ProgressLine {
  const startedAt = Date.now();
  let last = '';
  return {
    show(status) {
      const text = progressText({ status, elapsedMs: Date.now() - startedAt });
      if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
      else if (status !== last) stream.write(`${text}\n`);
      last = status;
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
