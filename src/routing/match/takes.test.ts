import { beforeAll, describe, expect, test } from 'vitest';
import { loadRegexes, type Regexes } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { readHttpMatch, readProxyMatch } from './http-match.ts';
import { httpMatchFor, httpMatchTakes, streamMatchFor, type HttpRequest, type Proxy } from './takes.ts';

let regexes: Regexes;
beforeAll(async () => void (regexes = await loadRegexes()));

const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  path: '/cart',
  query: '',
  method: 'GET',
  scheme: 'http',
  authority: 'web.example',
  headers: {},
  ...more,
});
const takes = (match: YamlValue, more: Partial<HttpRequest>): boolean | undefined =>
  httpMatchTakes(readHttpMatch(match, 'shop'), request(more), regexes);

describe('a match takes a request by', () => {
  test.each<[YamlValue, Partial<HttpRequest>, boolean | undefined]>([
    [{}, {}, true],
    [{ uri: { exact: '/cart' } }, {}, true],
    [{ uri: { exact: '/cart' } }, { path: '/cart/' }, false],
    [{ uri: { exact: '/cart' } }, { query: 'item=1' }, true],
    [{ uri: { prefix: '/cart' } }, { path: '/carton' }, true],
    [{ uri: { prefix: '/cart/' } }, {}, false],
    [{ uri: { prefix: '/CART' } }, {}, false],
    [{ uri: { prefix: '/CART' }, ignoreUriCase: true }, {}, true],
    [{ uri: { exact: '/cart' }, ignoreUriCase: true }, { path: '/Cart' }, true],
    [{ uri: { regex: '/CART' }, ignoreUriCase: true }, {}, false],
    [{ uri: { regex: '/c' } }, {}, false],
    [{ uri: { regex: '/c[art]+' } }, {}, true],
    [{ uri: { regex: '/(' } }, {}, undefined],
    [{ uri: {} }, {}, true],
    [{ method: { exact: 'get' } }, {}, false],
    [{ scheme: { prefix: 'http' } }, { scheme: 'https' }, true],
    [{ authority: { exact: 'web.example' } }, { authority: 'web.example:8080' }, false],
    [{ headers: { 'X-User': { exact: 'bo' } } }, { headers: { 'x-user': 'bo' } }, true],
    [{ headers: { 'x-user': { exact: 'bo' } } }, { headers: { 'x-user': 'Bo' } }, false],
    [{ headers: { 'x-user': {} } }, { headers: { 'x-user': '' } }, true],
    [{ headers: { 'x-user': {} } }, {}, false],
    [{ headers: { 'x-user': { regex: '.*' } } }, {}, false],
    [{ headers: { 'x-user': { regex: '*' } } }, { headers: { 'x-user': 'a' } }, true],
    [{ headers: { ':authority': { prefix: 'web' }, host: {} } }, {}, true],
    [{ headers: { ':path': { exact: '/cart?a' } } }, { query: 'a' }, true],
    [{ headers: { constructor: {} } }, {}, false],
    [{ headers: { '@request.auth.claims.sub': { exact: 'a' } } }, {}, undefined],
    [{ headers: { '@request.auth.claims.sub': {} }, uri: { exact: '/' } }, {}, false],
    [{ withoutHeaders: { '@request.auth.claims.sub': { exact: 'a' } } }, {}, true],
    [
      { withoutHeaders: { '@request.auth.claims.sub': { exact: 'a' } } },
      { headers: { authorization: 'Bearer x' } },
      undefined,
    ],
    [{ withoutHeaders: { 'x-user': {} } }, {}, true],
    [{ withoutHeaders: { 'x-user': {} } }, { headers: { 'x-user': 'a' } }, false],
    [{ withoutHeaders: { 'x-user': { exact: 'a' } } }, {}, true],
    [{ withoutHeaders: { 'x-user': { exact: 'a' } } }, { headers: { 'x-user': 'a' } }, false],
    [{ withoutHeaders: { 'x-user': { prefix: 'a' } } }, { headers: { 'x-user': 'ba' } }, true],
    [{ withoutHeaders: { 'x-user': { exact: '' } } }, {}, false],
    [{ withoutHeaders: { 'x-user': { regex: '.*' } } }, {}, false],
    [{ withoutHeaders: { a: {}, b: {} } }, { headers: { b: '' } }, false],
    [{ queryParams: { item: {} } }, { query: 'item' }, true],
    [{ queryParams: { item: { exact: '' } } }, { query: 'item' }, true],
    [{ queryParams: { item: { exact: '1' } } }, { query: 'a=2&item=1&item=3' }, true],
    [{ queryParams: { item: { exact: '3' } } }, { query: 'item=1&item=3' }, false],
    [{ queryParams: { item: { exact: 'a b' } } }, { query: 'item=a%20b' }, false],
    [{ queryParams: { item: { regex: '.*' } } }, {}, false],
    [{ uri: { prefix: '/cart' }, method: { exact: 'PUT' } }, {}, false],
  ])('%j %j', (match, more, expected) => {
    expect(takes(match, more)).toBe(expected);
  });
});

test('what a regular expression takes is not known before RE2 is there', () => {
  const match = readHttpMatch({ uri: { regex: '/cart' } }, 'shop');
  expect(httpMatchTakes(match, request(), undefined)).toBeUndefined();
});

describe('istiod gives a match to a proxy by', () => {
  const proxy: Proxy = {
    gateway: 'mesh',
    port: 80,
    namespace: 'shop',
    labels: { app: 'web', tier: 'front' },
  };
  test.each<[YamlValue, boolean, boolean]>([
    [{}, true, true],
    [{ port: 80 }, true, true],
    [{ port: 81 }, false, false],
    [{ port: 0 }, true, true],
    [{ gateways: ['mesh'] }, true, true],
    [{ gateways: ['front'] }, false, false],
    [{ sourceLabels: { app: 'web' } }, true, true],
    [{ sourceLabels: { app: 'web', tier: 'back' } }, false, false],
    [{ sourceNamespace: 'back' }, false, false],
    [{ sourceNamespace: 'back', gateways: ['mesh'] }, true, false],
    [{ sourceLabels: { app: 'x' }, gateways: ['mesh'] }, true, false],
  ])('%j: http %s, tls and tcp %s', (match, http, stream) => {
    const asked = readProxyMatch(match, 'shop');
    expect([httpMatchFor(asked, proxy), streamMatchFor(asked, proxy)]).toEqual([http, stream]);
  });

  test('names of gateways are those of the namespace of the VirtualService', () => {
    const asked = readProxyMatch({ gateways: ['front', 'edge/back'] }, 'shop');
    expect(asked.gateways).toEqual(['shop/front', 'edge/back']);
  });
});
