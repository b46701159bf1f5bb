interface Plan {
  subscription: string;
  resourceGroup: string;
  /** Whether the demo workspace is deployed, too. */
  withDemo: boolean;
  keep: boolean;
}

/** What a trial does and costs, before it starts. Estimates by list prices, which nobody has compared with a bill. */
export function costs({ subscription, resourceGroup, withDemo, keep }: Plan): string {
  const apps = withDemo ? 'the bot and, as a second function app, the demo workspace' : 'the bot';
  return [
    '',
    `This deploys ${apps} to ${resourceGroup} in the subscription “${subscription}”.`,
    withDemo
      ? 'The demo workspace can be reached from the internet, but only answers to a random token that nobody but the bot gets.'
      : 'The bot asks your own Databricks workspace four questions, with the credential from your environment.',
    'It takes 30 to 60 minutes and should cost less than USD 1.',
    keep
      ? `Everything stays, for about USD ${withDemo ? '1' : '0.30'} a day, until you remove it.`
      : 'Then everything is removed, also after a failure or Ctrl-C.',
    '',
  ].join('\n');
}
