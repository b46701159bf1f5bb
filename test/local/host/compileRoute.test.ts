import { expect, test } from 'vitest';
import { compileRoute } from '../../../local/host/compileRoute.ts';

const match = (template: string, path: string) =>
  compileRoute(template).match(path.split('/').filter(Boolean));

test.each([
  ['a/b', 'a/b', {}],
  ['a/b', 'A/B', {}],
  ['a/{id}', 'a/7', { id: '7' }],
  ['a/{id?}', 'a', {}],
  ['a/{id:int}', 'a/-7', { id: '-7' }],
  ['a/{on:bool?}', 'a/True', { on: 'True' }],
  ['{*rest}', '', { rest: '' }],
  ['a/{*rest}', 'a/b/c', { rest: 'b/c' }],
])('"%s" fits "%s"', (template, path, params) => {
  expect(match(template, path)).toEqual(params);
});

test.each([
  ['a/b', 'a'],
  ['a', 'a/b'],
  ['a/{id}', 'a'],
  ['a/{id:int}', 'a/seven'],
  ['a/{id:guid}', 'a/7'],
])('"%s" does not fit "%s"', (template, path) => {
  expect(match(template, path)).toBeUndefined();
});

test('routes sort from what says most about a path to what says least', () => {
  const templates = ['{*rest}', 'a/{id}', 'a/{id:int}', 'a/b', 'a/{*rest}'];
  const sorted = templates.toSorted((a, b) =>
    compileRoute(a).precedence.localeCompare(compileRoute(b).precedence, 'en'),
  );
  expect(sorted).toEqual(['a/b', 'a/{id:int}', 'a/{id}', 'a/{*rest}', '{*rest}']);
});

test.each(['a/{id:regex(x)}', 'a/{id=5}', 'a/{x}-{y}', 'a/{id:even}'])(
  '"%s" is refused rather than misread',
  (template) => {
    expect(() => compileRoute(template)).toThrow('does not understand');
  },
);
