import type { Clock } from '../../common/clock.ts';
import type { Identity } from '../../common/identity.ts';
import type { Log } from '../../common/log.ts';
import type { RetryPolicy } from '../../common/retry.ts';
import { createAgentClient } from '../../genie/agent/agentClient.ts';
import type { GenieClient } from '../../genie/genieClient.ts';
import type { TokenSource } from '../../genie/tokenSource.ts';
import type { Genie } from '../../questions/ports.ts';
import { createAgentAnswerer } from './agentAnswerer.ts';
import { createAgentMode } from './agentMode.ts';
import { createLiveTurns } from './liveTurns.ts';
import { withAgentMode } from './withAgentMode.ts';

export interface ModesOptions {
  /** Of the workspace. */
  host: string;
  /** In which mode questions are asked, where the workspace has it. */
  mode: 'chat' | 'agent';
  retry: RetryPolicy;
  identity: Identity;
  clock: Clock;
  log: Log;
}

interface Chat {
  genie: Genie;
  /** Never retries. */
  once: Pick<GenieClient, 'getSpace'>;
  tokens: TokenSource;
}

/**
 * Creates the function that adds agent mode to Genie's chat mode. Answers that were asked for in it are read there even if
 * questions are asked in chat mode by now.
 */
export function createModes({
  host,
  mode,
  retry,
  identity,
  clock,
  log,
}: ModesOptions): (chat: Chat) => Genie {
  const liveTurns = createLiveTurns(clock);
  const workspace = createAgentMode({ clock, log });
  return ({ genie, once, tokens }) => {
    const clientWith = (retries: number) =>
      createAgentClient({ host, tokens, clock, log, retry: { ...retry, retries } });
    const options = { clock, liveTurns, host, identity };
    const agent = createAgentAnswerer(clientWith(retry.retries), clientWith(0), options);
    return withAgentMode(genie, agent, {
      asksAgents: mode === 'agent',
      workspace,
      own: createAgentMode({ clock, log }),
      readSpace: (spaceId, signal) => once.getSpace(spaceId, {}, signal),
    });
  };
}
