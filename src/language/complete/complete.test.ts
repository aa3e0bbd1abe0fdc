import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, withCaret } from '../workspace.testkit.ts';
import { complete, type CompletionItem } from './index.ts';

const others = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example]
  ports: [{number: 8443, name: https, protocol: HTTPS}]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: books}
spec:
  host: ledger.example
  subsets: [{name: steady}, {name: trial}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: doors}
spec:
  selector: {istio: ingress}
  servers: []
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}
spec: {ports: [{port: 9080, name: http}]}
`;

function at(marked: string): { text: string; items: readonly CompletionItem[] } {
  const { text, offset } = withCaret(marked);
  return {
    text,
    items: complete(contextOf({ 'a.yaml': text, 'others.yaml': others }), 'a.yaml', offset).items,
  };
}

const labels = (marked: string) => at(marked).items.map(({ label }) => label);

/** The text after choosing, with `¦` where the caret then stands. */
function chosen(marked: string, label: string): string {
  const { text, items } = at(marked);
  const item = items.find((each) => each.label === label);
  if (!item) throw new Error(`${label} is not among ${items.map((each) => each.label).join(', ')}`);
  const first = item.stops[0] ?? item.insert.length;
  const insert = `${item.insert.slice(0, first)}¦${item.insert.slice(first)}`;
  return text.slice(0, item.replace.from) + insert + text.slice(item.replace.to);
}

const vs = (spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: a\n  namespace: books\nspec:\n${spec}`;
const dr = (spec: string) => vs(spec).replace('VirtualService', 'DestinationRule');

describe('complete: keys', () => {
  it.each([
    ['keys of spec', vs('  ¦'), ['hosts', 'gateways', 'http', 'tls', 'tcp', 'exportTo']],
    [
      'not those that stand there',
      vs('  hosts: [a]\n  ¦\n  http: []'),
      ['gateways', 'tls', 'tcp', 'exportTo'],
    ],
    ['of an item, on its dash line', dr('  subsets:\n  - ¦'), ['name', 'subset · version', 'labels']],
    ['required ones first', vs('  http:\n  - route:\n    - ¦'), ['destination']],
    ['in braces', vs('  http:\n  - route:\n    - destination: {host: a, ¦}'), ['subset', 'port']],
    ['of a List item', `kind: List\nitems:\n- ${dr('  ¦').replaceAll('\n', '\n  ')}`, ['host']],
    ['metadata of a kind that is not modelled', 'kind: Deployment\nmetadata:\n  ¦', ['name', 'namespace']],
    ['after a broken line', vs('  hosts: "open\n  ¦'), ['gateways', 'http']],
    ['with CRLF', vs('  hosts: [a]\n  ¦\n').replaceAll('\n', '\r\n'), ['gateways', 'http']],
    ['with a byte order mark', `\uFEFF${vs('  hosts: [a]\n  ¦\n')}`, ['gateways', 'http']],
    ['in the second document', `kind: x\n---\n${vs('  ¦\n')}`, ['hosts', 'gateways']],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked).slice(0, expected.length)).toEqual(expected);
  });

  it('offers one of a union until one is there', () => {
    const empty = vs('  http:\n  - match:\n    - uri:\n        ¦');
    expect(labels(empty)).toEqual(['exact', 'prefix', 'regex']);
    expect(labels(vs('  http:\n  - match:\n    - uri:\n        prefix: /a\n        ¦'))).toEqual([]);
  });

  it.each([
    ['in a comment', vs('  # ho¦')],
    ['after a value', vs('  hosts: [a] ¦')],
    ['after a comment', vs('  hosts: [a] # ¦')],
    ['in a text of several lines', vs('  hosts:\n  - |\n    ¦')],
    ['for a field that nobody knows', vs('  nonsense:\n    ¦')],
    ['at a document marker', '--- ¦'],
  ])('offers nothing %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it.each([
    [
      'with what must stand under it',
      vs('  http:\n  - route:\n    - dest¦'),
      'destination',
      vs('  http:\n  - route:\n    - destination:\n        host: ¦'),
    ],
    [
      'a list as the document writes lists',
      vs('  hosts:\n  - a\n  ht¦'),
      'http',
      vs('  hosts:\n  - a\n  http:\n  - ¦'),
    ],
    [
      'a list in a document that indents them',
      vs('  hosts:\n    - a\n  ht¦'),
      'http',
      vs('  hosts:\n    - a\n  http:\n    - ¦'),
    ],
    [
      'an object, four columns deeper',
      'kind: DestinationRule\nmetadata:\n    name: a\nspec:\n    ¦',
      'trafficPolicy',
      'kind: DestinationRule\nmetadata:\n    name: a\nspec:\n    trafficPolicy:\n        ¦',
    ],
    ['only the key where a colon follows', vs('  ho¦: [a]'), 'hosts', vs('  hosts¦: [a]')],
    [
      'in braces',
      vs('  http:\n  - route:\n    - {dest¦}'),
      'destination',
      vs('  http:\n  - route:\n    - {destination: {¦}}'),
    ],
    [
      'in JSON',
      '{"apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "spec": {"ho¦": 1}}',
      'hosts',
      '{"apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "spec": {"hosts"¦: 1}}',
    ],
    ['after a dash without a space', vs('  http:\n  -¦'), 'name', vs('  http:\n  - name: ¦')],
    [
      'at the column of its brothers',
      vs('  hosts: [a]\n      ¦'),
      'http',
      vs('  hosts: [a]\n  http:\n    - ¦'),
    ],
    [
      'deeper than an empty key',
      vs('  http:\n  - rewrite:\n    ¦').replace('    ¦', '      ¦'),
      'uri',
      vs('  http:\n  - rewrite:\n      uri: ¦'),
    ],
    [
      'leaving the line after it alone',
      vs('  ho¦\n  http: []\n'),
      'hosts',
      vs('  hosts:\n    - ¦\n  http: []\n'),
    ],
  ])('writes a key %s', (_, marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });
});

describe('complete: values', () => {
  it.each([
    [
      'enum values',
      dr('  trafficPolicy:\n    tls:\n      mode: ¦'),
      ['DISABLE', 'ISTIO_MUTUAL', 'MUTUAL', 'SIMPLE'],
    ],
    ['booleans', vs('  http:\n  - match:\n    - ignoreUriCase: ¦'), ['false', 'true']],
    ['an apiVersion of the kind', 'kind: Sidecar\napiVersion: ¦', ['networking.istio.io/v1']],
    [
      'kinds of the apiVersion',
      'apiVersion: security.istio.io/v1\nkind: ¦',
      ['PeerAuthentication', 'AuthorizationPolicy', 'RequestAuthentication'],
    ],
    [
      'hosts',
      vs('  http:\n  - route:\n    - destination:\n        host: ¦'),
      ['till.books.svc.cluster.local', 'till', 'ledger.example'],
    ],
    [
      'subsets of the host beside',
      vs('  http:\n  - route:\n    - destination:\n        host: ledger.example\n        subset: ¦'),
      ['steady', 'trial'],
    ],
    ['no subsets of another host', vs('  http:\n  - route:\n    - destination: {host: till, subset: ¦}'), []],
    [
      'ports of the host above',
      vs('  http:\n  - route:\n    - destination:\n        host: till\n        port:\n          number: ¦'),
      ['9080'],
    ],
    ['gateways, with their namespace', vs('  gateways:\n  - ¦'), ['doors/front', 'mesh']],
    ['namespaces', vs('').replace('namespace: books', 'namespace: ¦'), ['books', 'doors']],
    ['values in brackets', vs('  gateways: [me¦]'), ['doors/front', 'mesh']],
    ['how long something may take', vs('  http:\n  - timeout: ¦'), ['1s', '5s', '10s', '30s', '1m']],
    [
      'what the others leave of the weight',
      vs(
        '  http:\n  - route:\n    - destination: {host: a}\n      weight: 70\n    - destination: {host: b}\n      weight: ¦',
      ),
      ['30'],
    ],
    ['no weight for one alone', vs('  http:\n  - route:\n    - destination: {host: a}\n      weight: ¦'), []],
    [
      'anchors where an alias is typed',
      vs('  hosts: [&it ledger.example, &them {a: b}]\n  http:\n  - route:\n    - destination: {host: *¦}'),
      ['*it'],
    ],
    [
      'subsets of a host that is an alias',
      vs(
        '  hosts: [&it ledger.example]\n  http:\n  - route:\n    - destination:\n        host: *it\n        subset: ¦',
      ),
      ['steady', 'trial'],
    ],
    [
      'values under a key',
      dr('  trafficPolicy:\n    tls:\n      mode:\n        ¦'),
      ['DISABLE', 'ISTIO_MUTUAL', 'MUTUAL', 'SIMPLE'],
    ],
  ])('%s', (_, marked, expected) => {
    const found = labels(marked);
    if (expected.length === 0) expect(found).toEqual([]);
    else expect(found.slice(0, Math.max(expected.length, 1)).sort()).toEqual([...expected].sort());
  });

  it.each([
    [
      'with a space after a bare colon',
      vs('  exportTo:\n  - "."\n  gateways: [a]').replace('namespace: books', 'namespace:¦'),
      'books',
      'namespace: books¦',
    ],
    ['in the quotes that stand there', vs('  gateways: ["¦"]'), 'mesh', '["mesh¦"]'.replace('¦"', '"¦')],
    ['with quotes where YAML needs them', vs('  exportTo: [¦]'), '*', '["*"¦]'],
    [
      'as one of several with commas between',
      vs('  http:\n  - retries: {retryOn: "5xx,res¦,503"}'),
      'gateway-error',
      'retryOn: "5xx,gateway-error¦,503"',
    ],
    [
      'as the last of several with commas between',
      vs('  http:\n  - retries:\n      retryOn: 5xx, ¦ # often'),
      'reset',
      'retryOn: 5xx, reset¦ # often',
    ],
    [
      'instead of what stands there',
      dr('  trafficPolicy: {tls: {mode: SIM¦PLE}}'),
      'MUTUAL',
      'mode: MUTUAL¦}',
    ],
  ])('writes a value %s', (_, marked, label, expected) => {
    expect(chosen(marked, label)).toContain(expected);
  });
});

describe('complete: items and resources', () => {
  it('starts the next item of a list, with what it must hold', () => {
    const marked = vs('  http:\n  - route:\n    - destination:\n        host: a\n    ¦');
    expect(labels(marked)).toContain('- ');
    expect(chosen(marked, '- ')).toBe(
      vs('  http:\n  - route:\n    - destination:\n        host: a\n    - destination:\n        host: ¦'),
    );
  });

  it('starts the first item under an empty key', () => {
    expect(chosen(vs('  hosts:\n    ¦'), '- ')).toBe(vs('  hosts:\n    - ¦'));
  });

  it('offers whole resources where a document is empty, with a name and the namespace of the one before', () => {
    const marked = `${vs('  hosts: [a]\n')}---\n¦`;
    expect(labels(marked)).toEqual(
      expect.arrayContaining(['VirtualService', 'RequestAuthentication', 'apiVersion']),
    );
    const text = chosen(marked, 'ServiceEntry');
    expect(text).toContain('kind: ServiceEntry\nmetadata:\n  name: ');
    expect(text).toContain('namespace: books\n');
  });

  it('offers none where something stands already', () => {
    expect(labels('kind: Gateway\n¦')).not.toContain('VirtualService');
  });
});

it('answers at every place of any text, with one-line ranges around the caret', () => {
  const pieces = fc.constantFrom(
    'kind: VirtualService\n',
    'spec:\n',
    '  http:\n',
    '  - match:\n',
    '    - uri: ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    'host: a',
    '\n',
    '  ',
    '- ',
    '"',
    '---\n',
    '# c\n',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), fc.nat(), (parts, n) => {
      const text = parts.join('');
      const offset = n % (text.length + 1);
      for (const { replace, insert, stops } of complete(contextOf({ 'a.yaml': text }), 'a.yaml', offset)
        .items) {
        expect(replace.from).toBeLessThanOrEqual(offset);
        expect(replace.to).toBeGreaterThanOrEqual(offset);
        expect(text.slice(replace.from, replace.to)).not.toMatch(/[\r\n]/);
        for (const stop of stops) expect(stop).toBeLessThanOrEqual(insert.length);
      }
    }),
    { numRuns: 1500 },
  );
});
