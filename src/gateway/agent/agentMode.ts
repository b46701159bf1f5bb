import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import type { Log } from '../../common/log.ts';
import { GenieError } from '../../genie/errors.ts';

/** How long an answer to whether a workspace has agent mode counts: an admin can switch it on, or off. */
const keptMs = 60 * 60_000;

/** Whether a workspace has agent mode, as far as this process knows. */
export interface AgentMode {
  /** `undefined`: nobody knows, or it's too long ago. */
  readonly isOn: boolean | undefined;
  noteOn(): void;
  /** It was refused, which is logged once: questions are asked in chat mode for an hour. */
  noteOff(refusal: unknown): void;
}

export function createAgentMode({
  clock,
  log,
}: {
  clock: Clock;
  log?: Log | undefined;
}): AgentMode {
  let known: { isOn: boolean; until: number } | undefined;
  const isOn = () => (known !== undefined && known.until > clock.now() ? known.isOn : undefined);
  const note = (value: boolean) => {
    known = { isOn: value, until: clock.now() + keptMs };
  };
  return {
    get isOn() {
      return isOn();
    },
    noteOn: () => note(true),
    noteOff(refusal) {
      if (isOn() === false) return;
      note(false);
      const { status, errorCode } = refusal instanceof GenieError ? refusal.details : {};
      const warning = 'GENIE_MODE is agent, but the workspace refuses agent mode: see its previews';
      const code = codeOf(refusal);
      log?.warn('genie.agentModeOff', { warning, code, status, errorCode, forMs: keptMs });
    },
  };
}
