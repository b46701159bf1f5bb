import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { refuse } from '../../support/servingDouble.ts';
import { completed, done, itemDone, message, traced } from '../../support/servingWire.ts';
import { readAloud } from '../../support/shownTo.ts';
import { type Endpoints, startEndpoints } from '../../support/startEndpoints.ts';
import { until } from '../../support/until.ts';

describe('an endpoint that people ask as themselves', () => {
  let workspace: Endpoints;
  let bot: AsPerson;
  beforeAll(async () => {
    workspace = await startEndpoints('agent');
    bot = await openAsPerson({
      hasBotToken: true,
      env: {
        DATABRICKS_HOST: workspace.url,
        SERVING_ENDPOINT_NAME: 'agent',
        DATABRICKS_SPACE_ID: 'none',
      },
    });
  });
  afterAll(async () => {
    await bot.close();
    await workspace.close();
  });

  it.each([
    ['Ada', ada],
    ['Erik', erik],
  ])(
    'is called with the token of %s alone, for the question and for the thumb',
    async (name, account) => {
      const { serving } = workspace;
      const person = aTeamsPerson(bot, account, { place: `a:${name}` });
      await person.signIn();
      const before = serving.calls.length;
      serving.trace(`tr-${name}`);
      const item = message('m', `For ${name}`);
      serving.next({ stream: [itemDone(item, traced(`tr-${name}`)), completed([item]), done] });
      const answer = await person.ask('Which regions do I see?');
      expect(readAloud(answer)).toContain(`For ${name}`);
      await person.react(answer, 'like');
      await until(() => (serving.assessments.get(`tr-${name}`)?.length ?? 0) > 0);
      await bot.settled();
      const tokens = new Set(serving.calls.slice(before).map(({ token }) => token));
      expect(tokens.size).toBe(1);
      const [token = ''] = tokens;
      expect(token).not.toBe(bot.genie.token);
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      expect(claims.oid).toBe(account.oid);
      expect(JSON.stringify(serving.calls.slice(before).map(({ body }) => body))).not.toContain(
        account.oid,
      );
    },
  );

  it('says whose permission is missing', async () => {
    const person = aTeamsPerson(bot, ada, { place: 'a:denied' });
    const refusal = refuse(403, 'PERMISSION_DENIED', 'no');
    workspace.serving.next(refusal, refusal);
    await person.write('Am I allowed?');
    await until(() => /You don’t have permission to use this endpoint/.test(person.last()), 5_000);
    expect(person.last()).toContain('CAN QUERY');
  });
});
