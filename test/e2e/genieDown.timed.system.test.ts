import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { type LossyProxy, startLossyProxy } from '../support/lossyProxy.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

const noAnswer = /^Genie isn’t answering at the moment\. I’ll keep trying /;

describe.each([
  ['answers 503', (genie: LossyProxy, isDown: boolean) => genie.setBusy(isDown)],
  ['is silent', (genie: LossyProxy, isDown: boolean) => genie.hang(isDown)],
])('while Genie %s', (_what, takeAway) => {
  let stage: Stage;
  let genie: LossyProxy;
  let bots: Bot[];
  beforeAll(async () => {
    stage = await openStage();
    genie = await startLossyProxy(stage.genie.url);
    const env = { DATABRICKS_HOST: genie.address };
    bots = await Promise.all([stage.startBot(env), stage.startBot(env)]);
  });
  afterAll(async () => {
    await stage.close();
    await genie.close();
  });

  const ask = (place: string, instance: number, channelId: 'msteams' | 'webchat' = 'msteams') =>
    bots[instance]?.post(
      aMessage({
        channelId,
        text: `How many orders are there? (${place})`,
        serviceUrl: stage.connector.url,
        conversation: { id: place },
        from: { id: place, aadObjectId: place },
      }),
    );
  /** What a person could read in a conversation, with the times at which it was sent. */
  const sentTo = (place: string) =>
    stage.connector.requests
      .filter(({ method }) => method !== 'GET')
      .filter(({ path }) => path.includes(`/conversations/${place}/`))
      .map(({ body, at, method }) => ({
        method,
        at,
        text: (body as { text?: string } | undefined)?.text ?? '',
      }));
  const noticesTo = (place: string) => sentTo(place).filter(({ text }) => noAnswer.test(text));
  const noticeTo = (place: string) => stage.connector.waitFor(() => noticesTo(place)[0], 12_000);

  it('askers read it within 10 s, newcomers at once, and all are answered when it’s back', async () => {
    takeAway(genie, true);
    const startedAt = Date.now();
    await Promise.all([ask('teams', 0), ask('web', 1, 'webchat')]);
    for (const place of ['teams', 'web']) {
      expect((await noticeTo(place)).at - startedAt).toBeLessThan(10_000);
    }
    expect(noticesTo('teams')[0]?.text).toMatch(/until \d{1,2}:\d\d|for another \d+ min/);

    // The second probe comes five seconds later: by then every instance has forgotten how the row was before.
    const probes = () =>
      bots.flatMap(({ log }) => log.filter(({ event }) => event === 'genie.probeFailed'));
    await until(() => probes().length >= 2, 45_000);
    // Newcomers, on either instance and channel: their first message says it.
    for (const [place, instance, channelId] of [
      ['later-teams', 1, 'msteams'],
      ['later-web', 0, 'webchat'],
    ] as const) {
      await ask(place, instance, channelId);
      expect(sentTo(place)[0]?.text).toMatch(noAnswer);
    }
    takeAway(genie, false);
    const places = ['teams', 'web', 'later-teams', 'later-web'];
    for (const place of places) {
      await stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 45_000);
      expect(noticesTo(place)).toHaveLength(1);
      expect(answersIn(stage.connector, place)).toHaveLength(1);
      expect(messagesIn(stage.connector, place).map(readAloud).join()).not.toMatch(/Error ID/);
      const asked = stage.genie.messages().filter(({ content }) => content.includes(`(${place})`));
      expect(asked).toHaveLength(1);
    }
    const events = bots.flatMap(({ log }) => log.map(({ event }) => event));
    expect(events.filter((event) => event === 'genie.down')).toHaveLength(1);
    expect(events.filter((event) => event === 'genie.back')).toHaveLength(1);
  }, 120_000);
});
