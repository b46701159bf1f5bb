import { progressText } from '../../src/cards/talk/progressText.ts';
import type { Clock } from '../../src/common/clock.ts';
import type { MessageStatus } from '../../src/genie/types.ts';
import { terminalReader } from '../terminalReader.ts';

interface ProgressLine {
  show(status: MessageStatus): void;
  /** Clears the line on a terminal. */
  end(): void;
}

/** Shows Genie's progress in one line; outside a terminal, a line for each new status. */
export function showProgress(stream: NodeJS.WriteStream, clock: Clock): ProgressLine {
  const startedAt = clock.now();
  let last = '';
  return {
    show(status) {
      const text = progressText(
        { status, elapsedMs: clock.now() - startedAt },
        terminalReader,
        clock.now(),
      );
      if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
      else if (status !== last) stream.write(`${text}\n`);
      last = status;
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
