import { describe, expect, it } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { takenBetween } from './taken-between.ts';

const rule = (match: string) =>
  `{ ${match && `match: [${match}], `}route: [{ destination: { host: web } }] }`;
const service = (name: string, gateways: string, ...matches: string[]) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, namespace: shop}\nspec: {hosts: [web.example], gateways: [${gateways}], http: [${matches.map(rule).join(', ')}]}\n`;

/** `rule of a < rules of b` for all that a loses to b. */
function between(a: readonly string[], b: readonly string[], gateways = 'front'): readonly string[] {
  const mesh = meshOf({ 'a.yaml': `${service('a', 'front', ...a)}---\n${service('b', gateways, ...b)}` });
  const [one, other] = mesh.resources;
  if (!one || !other) throw new Error('no two');
  return takenBetween(mesh, one, other, undefined).map(
    ({ match, by }) => `${match.rule.index} < ${by.map((taker) => taker.rule.index).join(' ')}`,
  );
}

const path = (prefix: string, more = '') => `{ uri: { prefix: ${prefix} }${more} }`;

describe('what is taken between VirtualServices at one Gateway', () => {
  it.each([
    ['paths of their own', [path('/a')], [path('/b')], []],
    ['a path within a path', [path('/a/b')], [path('/a')], ['0 < 0']],
    ['a path around a path', [path('/a')], [path('/a/b')], []],
    ['every request of both', [''], [''], ['0 < 0']],
    ['every request comes last, whoever is older', [path('/a')], [''], []],
    ['"/" is every request', [path('/a')], [path('/')], []],
    [
      '"/" with a header is not',
      [path('/', ', headers: { x: {} }')],
      [path('/', ', headers: { x: {} }')],
      ['0 < 0'],
    ],
    ['only some of the requests', [path('/a')], [path('/a', ', method: { exact: GET }')], []],
  ])('%s', (_, a, b, expected) => {
    expect(between(a, b)).toEqual(expected);
  });

  it('is nothing where they share no Gateway', () => {
    expect(between([''], [''], 'back')).toEqual([]);
    expect(between([''], [''], 'mesh')).toEqual([]);
  });
});
