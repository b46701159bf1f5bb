import { progressText } from '../../src/cards/progressText.ts';
import type { Clock } from '../../src/clock.ts';
import type { MessageStatus } from '../../src/genie/types.ts';

interface ProgressLine {
  show(status: MessageStatus): void;
  /** Leaves nothing of it on a terminal. */
  end(): void;
}

/** Shows in one line how far Genie is; where it is no terminal, a line for each new status. */
export function showProgress(stream: NodeJS.WriteStream, clock: Clock): ProgressLine {
  const startedAt = clock.now();
  let last = '';
  return {
    show(status) {
      const text = progressText({ status, elapsedMs: clock.now() - startedAt });
      if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
      else if (status !== last) stream.write(`${text}\n`);
      last = status;
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
