import { describe, expect, it } from 'vitest';
import { explainAzFailure } from '../../../local/verify/az/explainAzFailure.ts';

const deploy = ['deployment', 'group', 'create', '--name', 'x'];
const explain = (stderr: string) => explainAzFailure(deploy, stderr).message;

/** A failed resource, wrapped as deployments wrap it. */
const nested = (details: unknown) =>
  `ERROR: ${JSON.stringify({
    status: 'Failed',
    error: {
      code: 'DeploymentFailed',
      target:
        '/subscriptions/6f0f/resourceGroups/rg-try/providers/Microsoft.Resources/deployments/x',
      message:
        'At least one resource deployment operation failed. Please list deployment operations for details.',
      details: [
        {
          code: 'ResourceDeploymentFailure',
          message: 'The resource write operation failed.',
          details,
        },
      ],
    },
  })}\n`;

describe('what az says when it fails', () => {
  it('becomes the innermost of ARM’s errors, with what to do about it', () => {
    const quota = {
      code: 'SubscriptionIsOverQuotaForSku',
      message: 'This region has quota of 0 instances for your subscription',
    };
    expect(explain(nested([quota]))).toBe(
      'az deployment group create: This region has quota of 0 instances for your subscription. ' +
        '(SubscriptionIsOverQuotaForSku) Choose another region with --location, or ask for more quota in the portal under Quotas.',
    );
  });

  it('becomes the error inside a message that is itself JSON', () => {
    const message = JSON.stringify({ error: { code: 'Conflict', message: 'The name is taken' } });
    expect(explain(nested([{ code: 'BadRequest', message }]))).toBe(
      'az deployment group create: The name is taken. (Conflict)',
    );
  });

  it('names several errors, each once', () => {
    const one = { code: 'A1', message: 'One.' };
    expect(explain(nested([one, { code: 'B2', message: 'Two.' }, one]))).toBe(
      'az deployment group create: One. (A1) Two. (B2)',
    );
  });

  it('becomes what stands under “Exception Details”, where az wraps no JSON', () => {
    const stderr =
      'ERROR: (InvalidTemplateDeployment) The template deployment failed with multiple errors. Please see details for more information.\n' +
      'Code: InvalidTemplateDeployment\nMessage: The template deployment failed.\n' +
      "Exception Details:\t(AuthorizationFailed) The client 'ada@contoso.com' does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write'.\n" +
      '\tCode: AuthorizationFailed\n';
    expect(explain(stderr)).toContain('does not have authorization');
    expect(explain(stderr)).toContain('Role Based Access Control Administrator');
    expect(explainAzFailure(deploy, stderr).code).toBe('AuthorizationFailed');
  });

  it('becomes the innermost error of a query that doesn’t parse', () => {
    const innererror = {
      code: 'SYN0002',
      message: "Query could not be parsed at 'AppTraces' on line [2,1]",
    };
    const error = {
      message: 'The request had some invalid properties',
      code: 'BadArgumentError',
      innererror: { code: 'SyntaxError', message: 'A recognition error occurred.', innererror },
    };
    expect(
      explainAzFailure(
        ['rest', '--method', 'post'],
        `ERROR: Bad Request(${JSON.stringify({ error })})\n`,
      ).message,
    ).toBe("az rest: Query could not be parsed at 'AppTraces' on line [2,1]. (SYN0002)");
  });

  it.each([
    "ERROR: Please run 'az login' to setup account.\n",
    'ERROR: AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks.\nInteractive authentication is needed. Please run:\naz login\n',
  ])('tells a person who isn’t signed in what to do: %j', (stderr) => {
    expect(explain(stderr)).toBe('You aren’t signed in to Azure. Run az login, then try again.');
  });

  it.each(['AADSTS65001', 'AADSTS650052', 'AADSTS7002137', 'AADSTS90094'])(
    'isn’t about being signed in where an app isn’t in order: %s',
    (code) => {
      const failure = explainAzFailure(
        deploy,
        `ERROR: ${code}: Send an interactive authorization.`,
      );
      expect(failure.code).toBe(code);
      expect(failure.message).toContain(code);
      expect(failure.message).not.toContain('az login');
    },
  );

  it('names the role in Entra ID where Microsoft Graph refuses', () => {
    const error = { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' };
    expect(explain(`ERROR: Forbidden(${JSON.stringify({ error })})`)).toContain(
      'In Microsoft Entra ID, you need the role Application Administrator',
    );
  });

  it('becomes its own first line otherwise, without warnings', () => {
    expect(
      explain('WARNING: A new Bicep release is available.\nERROR: Deployment failed\nmore'),
    ).toBe('az deployment group create: Deployment failed');
  });

  it('is that there is no reason where az says nothing', () => {
    expect(explain('')).toBe('az deployment group create: it gave no reason');
  });

  it('loses the tokens in it, and what is longer than anyone would read', () => {
    expect(explain('ERROR: Bearer abcdefghijklmnop is wrong')).not.toContain('abcdefghijklmnop');
    expect(explain(`ERROR: ${'long '.repeat(1000)}`).length).toBeLessThan(600);
  });
});
