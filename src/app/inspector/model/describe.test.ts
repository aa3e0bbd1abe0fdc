import { describe, expect, it } from 'vitest';
import { fieldAt, type Field } from '../../../istio/index.ts';
import { parsePath, type YamlValue } from '../../../yaml/index.ts';
import { describeItem, tellApart } from './describe.ts';

const say = (kind: string, path: string, value: YamlValue) =>
  describeItem(fieldAt(kind, parsePath(path)) as Field, value);

describe('the words for an item', () => {
  it.each<[string, string, YamlValue, string]>([
    ['VirtualService', 'spec.http[0].match[0]', { uri: { prefix: '/cart' } }, '/cart*'],
    ['VirtualService', 'spec.http[0].match[0]', { headers: { 'x-user': { exact: 'ann' } } }, 'x-user: ann'],
    ['VirtualService', 'spec.http[0].match[0]', { headers: { 'x-user': {} } }, 'x-user'],
    [
      'VirtualService',
      'spec.http[0].route[0]',
      { weight: 5, destination: { subset: 'v2', host: 'cart' } },
      'cart, v2',
    ],
    ['DestinationRule', 'spec.subsets[0]', { labels: { version: 'v2' }, name: 'two' }, 'two, version: v2'],
    ['ServiceEntry', 'spec.ports[0]', { protocol: 'TLS', number: 443, name: 'tls' }, 'tls, 443, TLS'],
    ['VirtualService', 'spec.http[0].match[0]', {}, ''],
    ['VirtualService', 'spec.http[0].match[0]', null, ''],
    ['VirtualService', 'spec.http[0].match[0]', 'words', ''],
    ['VirtualService', 'spec.http[0].match[0]', { constructor: 1, unknown: 'x' }, ''],
  ])('%s %s %j: %s', (kind, path, value, words) => {
    expect(say(kind, path, value)).toBe(words);
  });

  it('are never long', () => {
    expect(say('VirtualService', 'spec.http[0].match[0]', { uri: { regex: 'x'.repeat(500) } })).toHaveLength(
      80,
    );
  });
});

describe('items side by side', () => {
  it.each([
    [
      ['cart, v1, 80', 'cart, v2, 80'],
      ['v1, 80', 'v2, 80'],
    ],
    [
      ['cart', 'cart, v2'],
      ['cart', 'cart, v2'],
    ],
    [
      ['cart, v1', 'till, v1'],
      ['cart, v1', 'till, v1'],
    ],
    [
      ['cart, v1', 'cart, v1'],
      ['v1', 'v1'],
    ],
    [['cart, v1'], ['cart, v1']],
    [[], []],
  ])('%j are told apart by %j', (words, apart) => {
    expect(tellApart(words)).toEqual(apart);
  });
});
