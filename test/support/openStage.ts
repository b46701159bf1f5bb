import { type DemoWorkspace, startDemoWorkspace } from '../../local/demo/demoWorkspace.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { type Connector, type ConnectorOptions, startConnector } from './connectorDouble.ts';
import { type Bot, startBot } from './startBot.ts';

/** Everything around the bot: storage, Genie and a channel. Instances of the bot come and go on it. */
export interface Stage {
  /** Addresses of the storage. */
  azurite: Azurite;
  genie: DemoWorkspace;
  connector: Connector;
  /** Starts an instance; it ends with the stage, if not before. */
  startBot(env?: Record<string, string>): Promise<Bot>;
  close(): Promise<void>;
}

interface StageOptions {
  genie?: Parameters<typeof startDemoWorkspace>[0];
  connector?: ConnectorOptions;
}

/** Genie answers within about a third of a second here, unless it is told otherwise. */
const quick = { stageMs: 50 };

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const [azurite, genie, connector] = await Promise.all([
    startAzurite(),
    startDemoWorkspace({ ...quick, ...options.genie }),
    startConnector(options.connector),
  ]);
  const bots: Bot[] = [];
  return {
    azurite,
    genie,
    connector,
    async startBot(env = {}) {
      const bot = await startBot({
        AzureWebJobsStorage: azurite.connectionString,
        DATABRICKS_HOST: genie.url,
        DATABRICKS_TOKEN: genie.token,
        DATABRICKS_SPACE_ID: genie.spaceId,
        GENIE_QUESTIONS_PER_MINUTE: '1000',
        USER_QUESTIONS_PER_MINUTE: '1000',
        ...env,
      });
      bots.push(bot);
      return bot;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await Promise.all([azurite.close(), genie.close(), connector.close()]);
    },
  };
}
