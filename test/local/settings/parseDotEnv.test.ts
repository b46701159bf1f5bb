import { describe, expect, it } from 'vitest';
import { parseDotEnv } from '../../../local/settings/parseDotEnv.ts';

describe('a .env', () => {
  it.each([
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['A=1\rB=2', { A: '1', B: '2' }],
    ['export A=1\nexport\tB=2', { A: '1', B: '2' }],
    ['  A = 1  ', { A: '1' }],
    ['# A=1\n\n  # B=2\nC=3', { C: '3' }],
    ['A=x y # a comment', { A: 'x y' }],
    ['A="x # y" # a comment', { A: 'x # y' }],
    ["A='it is'\nB=`x`", { A: 'it is', B: 'x' }],
    ['A="a\\nb"\nB=\'a\\nb\'', { A: 'a\nb', B: 'a\\nb' }],
    ['A="one\r\ntwo\n# three"\nB=4', { A: 'one\ntwo\n# three', B: '4' }],
    ['A=b=c==', { A: 'b=c==' }],
    ["A=it's\nB=who's", { A: "it's", B: "who's" }],
    ['A=$B', { A: '$B' }],
    ['A=one?;two', { A: 'one?;two' }],
    ['A=1\nA=2', { A: '2' }],
    ['A=\nB=2', { A: '', B: '2' }],
    ['A= \nB=2', { A: '', B: '2' }],
    ['A=\t# later\nB=2', { A: '', B: '2' }],
    ['A=""\nB=2', { A: '', B: '2' }],
    ['', {}],
  ])('is read as it says: %j', (text, expected) => {
    expect(parseDotEnv(text)).toEqual(expected);
  });

  it.each([
    ['A=1\nDATABRICKS_TOKEN secret', 'line 2 isn’t NAME=value'],
    ['secret', 'line 1 isn’t NAME=value'],
    ['=secret', 'line 1 isn’t NAME=value'],
    ['A: secret', 'line 1 isn’t NAME=value'],
    ['A B=secret', 'line 1 isn’t NAME=value'],
    ['{"A": "secret"}', 'line 1 isn’t NAME=value'],
    ['A="secret\nB=2', 'the quote on line 1 isn’t closed'],
    ['A="one\ntwo"\nB=\'secret', 'the quote on line 3 isn’t closed'],
    ['A="se\\"cret"', 'on line 1, A goes on after its closing quote'],
    ["A='it''secret'", 'on line 1, A goes on after its closing quote'],
    ['A="x"secret', 'on line 1, A goes on after its closing quote'],
    ['A=secret#1', 'on line 1, A contains a #. Put quotes around the value'],
    ['A=#secret', 'on line 1, A contains a #. Put quotes around the value'],
  ])('is refused where a value would be lost or cut: %j', (text, problem) => {
    expect(() => parseDotEnv(text)).toThrow(problem);
    expect(() => parseDotEnv(text)).not.toThrow(/secret/);
  });

  it('can be the one of the Python bot and its client', () => {
    const text = [
      '# Required',
      'DATABRICKS_HOST=https://your-workspace.cloud.databricks.com',
      'DATABRICKS_TOKEN=your-personal-access-token',
      '',
      '# Optional - rate limiting configuration',
      'INITIAL_BACKOFF=1.0',
      'WORKER_THREADS=4',
      'LOG_LEVEL=INFO',
      "export APP_TYPE='SingleTenant'",
      "SAMPLE_QUESTIONS=What are the top products?;What's our revenue trend?",
    ].join('\n');
    expect(parseDotEnv(text)).toEqual({
      DATABRICKS_HOST: 'https://your-workspace.cloud.databricks.com',
      DATABRICKS_TOKEN: 'your-personal-access-token',
      INITIAL_BACKOFF: '1.0',
      WORKER_THREADS: '4',
      LOG_LEVEL: 'INFO',
      APP_TYPE: 'SingleTenant',
      SAMPLE_QUESTIONS: "What are the top products?;What's our revenue trend?",
    });
  });
});
