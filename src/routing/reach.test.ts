import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadRegexes, type Regexes } from '../istio/index.ts';
import { meshOf } from '../istio/mesh.testkit.ts';
import { unreachedMatches, unreachedRules, type Unreached } from './reach.ts';

let regexes: Regexes;
beforeAll(async () => void (regexes = await loadRegexes()));

const virtualService = (name: string, spec: string): string =>
  `{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: ${name}, namespace: a}, spec: {${spec}}}\n`;

function told(reason: Unreached): string {
  if (reason.why === 'impossible') return `no ${reason.thing}`;
  if (reason.why !== 'covered') return reason.why;
  return `by ${reason.by.map(({ virtualService: { name }, rule, match }) => (name === 'v' ? '' : `${name}.`) + String(rule.index) + (match === null ? '' : `/${String(match)}`)).join(' ')}`;
}

/** `rule/match reason` of each match of `v` that nothing reaches. */
function unreached(spec: string, ...others: string[]): string[] {
  const mesh = meshOf([virtualService('v', spec), ...others].join('---\n'));
  const resource = mesh.byId.get('VirtualService/a/v')!;
  return unreachedMatches(mesh, resource, regexes).map(
    ({ rule, match, reason }) =>
      `${rule.section}.${String(rule.index)}${match === null ? '' : `/${String(match)}`} ${told(reason)}`,
  );
}

const route = 'route: [{destination: {host: x}}]';
const http = (...rules: string[]): string =>
  `hosts: [x], http: [${rules.map((rule) => `{${rule ? `match: [${rule}], ` : ''}${route}}`).join(', ')}]`;

describe('http rules that nothing reaches:', () => {
  it.each<[string, string, string[]]>([
    ['a rule after one without matches', http('', '{uri: {exact: /a}}'), ['http.1/0 by 0']],
    ['a rule after every path', http('{uri: {prefix: /}}', ''), ['http.1 by 0/0']],
    [
      'a longer prefix',
      http('{uri: {prefix: /a}}', '{uri: {prefix: /a/b}}, {uri: {exact: /b}}'),
      ['http.1/0 by 0/0'],
    ],
    ['a match of the same rule', http('{uri: {prefix: /a}}, {uri: {exact: /a}}'), ['http.0/1 by 0/0']],
    [
      'what two rules share',
      http('{headers: {h: {}}}', '{withoutHeaders: {h: {}}}', ''),
      ['http.2 by 0/0 1/0'],
    ],
    [
      'a contradiction',
      http('{headers: {h: {exact: a}}, withoutHeaders: {h: {prefix: a}}}'),
      ['http.0/0 no header h'],
    ],
    ['a gateway that is not among its own', http('{gateways: [g]}', ''), ['http.0/0 unbound']],
    [
      'every gateway in turn',
      `gateways: [g, mesh], ${http('{gateways: [g]}', '{gateways: [mesh]}', '{uri: {prefix: /a}}')}`,
      ['http.2/0 by 0/0 1/0'],
    ],
    [
      'a narrower caller',
      http('{sourceLabels: {app: a}}', '{sourceLabels: {app: a, tier: b}}'),
      ['http.1/0 by 0/0'],
    ],
    ['a port, and less of it', http('{port: 80}', '{port: 80, method: {exact: GET}}'), ['http.1/0 by 0/0']],
  ])('%s', (_, spec, expected) => {
    expect(unreached(spec)).toEqual(expected);
  });

  it.each([
    ['a narrower rule before', http('{uri: {prefix: /a/b}}', '{uri: {prefix: /a}}', '')],
    [
      'every path of one gateway of two',
      `gateways: [g, mesh], ${http('{uri: {prefix: /}, gateways: [g]}', '')}`,
    ],
    ['every path for some callers', http('{uri: {prefix: /}, sourceLabels: {app: a}}', '')],
    ['every path at one port', http('{uri: {prefix: /}, port: 80}', '')],
    ['half of what was asked', http('{uri: {prefix: /a}, method: {exact: GET}}', '{uri: {prefix: /a}}')],
    ['expressions that nobody compares', http('{uri: {regex: "/[a-z]*"}}', '{uri: {regex: "/[a-c]*"}}')],
    [
      'claims of tokens',
      `gateways: [g], ${http('{headers: {"@request.auth.claims.g": {exact: a}}}', '{headers: {"@request.auth.claims.g": {exact: b}}}')}`,
    ],
    ['a match that is not there yet', http('null', '{uri: {prefix: /a}}')],
  ])('not %s', (_, spec) => {
    expect(unreached(spec)).toEqual([]);
  });
});

test('among hundreds of rules those that cover one are found, and none besides', () => {
  const paths = Array.from({ length: 300 }, (_, index) => `{uri: {prefix: /p${String(index)}/}}`);
  const spec = http(
    ...paths,
    '{uri: {exact: /p7/x}}',
    '{uri: {prefix: /P8/}, ignoreUriCase: true}',
    '{uri: {prefix: /p1}}',
  );
  expect(unreached(spec)).toEqual(['http.300/0 by 7/0']);
});

test('a rule is unreached when all of its matches are, for whatever reasons', () => {
  const mesh = meshOf(
    virtualService(
      'v',
      http(
        '{uri: {prefix: /a}}',
        '{uri: {exact: /a/b}}, {gateways: [g]}',
        '{uri: {exact: /a}}, {uri: {exact: /b}}',
      ),
    ),
  );
  expect(
    mesh.resources
      .flatMap((resource) => unreachedRules(mesh, resource))
      .map(({ rule, reasons }) => [rule.index, reasons.map(told)]),
  ).toEqual([[1, ['by 0/0', 'unbound']]]);
});

describe('with delegates', () => {
  const root = (...rules: string[]): string => `hosts: [x], http: [${rules.join(', ')}]`;
  const delegate = (name: string, ...matches: string[]): string =>
    virtualService(
      name,
      `http: [${matches.map((match) => `{${match ? `match: [${match}], ` : ''}${route}}`).join(', ')}]`,
    );

  it.each<[string, string, string[], string[]]>([
    [
      'one that takes all ends the list',
      root('{delegate: {name: d}}', `{${route}}`),
      [delegate('d', '')],
      ['http.1 by 0'],
    ],
    [
      'one that takes a part does not',
      root('{delegate: {name: d}}', `{${route}}`),
      [delegate('d', '{uri: {prefix: /a}}')],
      [],
    ],
    ['one that is not here may take anything', root('{delegate: {name: far}}', `{${route}}`), [], []],
    [
      'a rule that hands on what is taken already',
      root('{match: [{uri: {prefix: /}}], redirect: {uri: /}}', '{delegate: {name: far}}'),
      [],
      ['http.1 by 0/0'],
    ],
    [
      'the match of both together is what counts',
      root(
        '{match: [{uri: {prefix: /a}}], delegate: {name: d}}',
        `{match: [{uri: {prefix: /a/b}}], ${route}}`,
        `{match: [{uri: {prefix: /a/c}}], ${route}}`,
      ),
      [delegate('d', '{uri: {prefix: /a/b}}')],
      ['http.1/0 by 0/0'],
    ],
    [
      'a match that goes with none of the root takes its rule along',
      root(
        '{match: [{uri: {prefix: /a}}], delegate: {name: d}}',
        `{match: [{uri: {prefix: /a/b}}], ${route}}`,
      ),
      [delegate('d', '{uri: {prefix: /a/b}}, {uri: {prefix: /c}}')],
      [],
    ],
  ])('%s', (_, spec, others, expected) => {
    expect(unreached(spec, ...others)).toEqual(expected);
  });

  const asDelegate = (own: string, ...roots: string[]): string[] =>
    unreached(own, ...roots.map((spec, index) => virtualService(`r${String(index)}`, spec)));
  const own = `http: [{match: [{uri: {prefix: /a}}], ${route}}, {match: [{uri: {prefix: /a/b}}], ${route}}]`;

  it.each<[string, string, string[], string[]]>([
    ['its own rules stand in order', own, [root('{delegate: {name: v}}')], ['http.1/0 by r0.0']],
    ['not where nobody hands on to it', own, [], []],
    [
      'one who reaches a rule is enough',
      `http: [{match: [{uri: {prefix: /a}}], ${route}}]`,
      [
        root(`{match: [{uri: {prefix: /}}], ${route}}`, '{delegate: {name: v}}'),
        root('{delegate: {name: v}}'),
      ],
      [],
    ],
    [
      'when nobody does it is told',
      `http: [{match: [{uri: {prefix: /a}}], ${route}}]`,
      [root(`{match: [{uri: {prefix: /}}], ${route}}`, '{delegate: {name: v}}')],
      ['http.0/0 by r0.0/0'],
    ],
  ])('as one: %s', (_, spec, roots, expected) => {
    expect(asDelegate(spec, ...roots)).toEqual(expected);
  });
});

describe('tls and tcp rules', () => {
  const list = (section: string, ...rules: string[]): string =>
    `hosts: ["*.x"], gateways: [g, mesh], ${section}: [${rules.map((match) => `{${match ? `match: [${match}], ` : ''}${route}}`).join(', ')}]`;
  it.each<[string, string, string[]]>([
    ['the same name again', list('tls', '{sniHosts: [a.x, b.x]}', '{sniHosts: [B.x]}'), ['tls.1/0 by 0/0']],
    [
      'names of two rules',
      list('tls', '{sniHosts: [a.x]}', '{sniHosts: [b.x]}', '{sniHosts: [a.x, b.x]}'),
      ['tls.2/0 by 0/0 1/0'],
    ],
    [
      'a name under a star, whatever comes first',
      list('tls', '{sniHosts: ["*.x"]}', '{sniHosts: [a.x]}'),
      [],
    ],
    [
      'the same name at another port',
      list('tls', '{sniHosts: [a.x], port: 443}', '{sniHosts: [a.x], port: 8443}'),
      [],
    ],
    [
      'the same name for a subnet',
      list('tls', '{sniHosts: [a.x]}', '{sniHosts: [a.x], destinationSubnets: [10.0.0.0/8]}'),
      [],
    ],
    [
      'gateways and callers, both',
      list(
        'tls',
        '{sniHosts: [a.x], gateways: [g], sourceLabels: {app: b}}',
        '{sniHosts: [a.x], gateways: [g]}',
      ),
      [],
    ],
    ['tcp after all connections', list('tcp', '', '{destinationSubnets: [10.0.0.0/8]}'), ['tcp.1/0 by 0']],
    [
      'tcp after some',
      list('tcp', '{destinationSubnets: [10.0.0.0/8]}', '{destinationSubnets: [10.0.0.0/8]}, {port: 1}'),
      ['tcp.1/0 by 0/0'],
    ],
    [
      'tcp after a port',
      list('tcp', '{port: 1}', '{port: 1, sourceLabels: {app: a}}', ''),
      ['tcp.1/0 by 0/0'],
    ],
    ['a gateway that is not its own', list('tcp', '{gateways: [other]}'), ['tcp.0/0 unbound']],
  ])('%s', (_, spec, expected) => {
    expect(unreached(spec)).toEqual(expected);
  });
});
