import { describe, expect, it } from 'vitest';
import { definition, locationOf, referencesAt, symbols, type Location, type OutlineSymbol } from './index.ts';
import { contextOf, withCaret } from './workspace.testkit.ts';

const ledger = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ledger
  namespace: books
spec:
  hosts:
  - ledger.example
  ports:
  - number: 8443
    name: https
    protocol: HTTPS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger-rule, namespace: books}
spec:
  host: ledger.example
  subsets:
  - name: steady
  - name: trial
`;
const front = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front
  namespace: doors
spec:
  servers: []
---
apiVersion: v1
kind: Service
metadata:
  name: till
  namespace: books
`;
const route = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: pay
  namespace: books
spec:
  hosts: [till]
  gateways: [doors/front]
  http:
  - route:
    - destination:
        host: ledger.example
        subset: trial
        port:
          number: 8443
  - delegate: {name: rest}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: rest
  namespace: books
spec:
  http:
  - route:
    - destination: {host: till.books.svc.cluster.local}
`;

const files = { 'ledger.yaml': ledger, 'front.yaml': front, 'route.yaml': route };

/** The caret before the first `word` of a file, or before the `nth`. */
function at(
  file: keyof typeof files,
  word: string,
  nth = 1,
): { context: ReturnType<typeof contextOf>; file: string; offset: number } {
  let offset = -1;
  for (let n = 0; n < nth; n++) offset = files[file].indexOf(word, offset + 1);
  if (offset < 0) throw new Error(`no ${word} in ${file}`);
  return { context: contextOf(files), file, offset: offset + 1 };
}

const said = (locations: readonly Location[]): string[] =>
  locations.map(({ file, from, to }) => {
    const text = files[file as keyof typeof files];
    return `${file}:${text.slice(0, from).split('\n').length} ${text.slice(from, to)}`;
  });

describe('definition', () => {
  it.each([
    ['a destination host', at('route.yaml', 'ledger.example'), ['ledger.yaml:8 ledger.example']],
    ['a subset', at('route.yaml', 'trial'), ['ledger.yaml:21 name: trial']],
    ['a port', at('route.yaml', '8443'), ['ledger.yaml:10 number: 8443']],
    ['a gateway of another namespace', at('route.yaml', 'doors/front'), ['front.yaml:4 name: front']],
    ['a delegate', at('route.yaml', 'rest'), ['route.yaml:21 name: rest']],
    ['a host that a short name means', at('route.yaml', 'till'), ['front.yaml:12 name: till']],
    ['a rule’s host', at('ledger.yaml', 'ledger.example', 2), ['ledger.yaml:8 ledger.example']],
    ['nothing, for a key', at('route.yaml', 'http:'), []],
    ['nothing, for a value that names nothing', at('ledger.yaml', 'HTTPS'), []],
  ])('of %s', (_, { context, file, offset }, expected) => {
    expect(said(definition(context, file, offset))).toEqual(expected);
  });
});

describe('referencesAt', () => {
  it.each([
    ['a subset, from where it is declared', at('ledger.yaml', 'trial'), ['route.yaml:13 subset: trial']],
    [
      'a host, from where it is defined',
      at('ledger.yaml', 'ledger.example'),
      [
        'ledger.yaml:8 ledger.example',
        'ledger.yaml:18 host: ledger.example',
        'route.yaml:12 host: ledger.example',
      ],
    ],
    [
      'a Service, however its host is written',
      at('front.yaml', 'till'),
      ['route.yaml:7 till', 'route.yaml:26 host: till.books.svc.cluster.local'],
    ],
    ['a Gateway, by its name', at('front.yaml', 'front', 1), ['route.yaml:8 doors/front']],
    ['a delegate', at('route.yaml', 'rest', 2), ['route.yaml:16 name: rest']],
  ])('to %s', (_, { context, file, offset }, expected) => {
    expect(said(referencesAt(context, file, offset, false))).toEqual(expected);
  });

  it('begins with the definition when that is asked for', () => {
    const { context, file, offset } = at('route.yaml', 'trial');
    expect(said(referencesAt(context, file, offset, true))).toEqual([
      'ledger.yaml:21 name: trial',
      'route.yaml:13 subset: trial',
    ]);
  });
});

describe('locationOf', () => {
  const id = 'VirtualService/books/pay';
  it.each([
    ['a field', ['spec', 'hosts'], 'hosts: [till]'],
    ['an item', ['spec', 'http', 0, 'route', 0, 'destination', 'port', 'number'], 'number: 8443'],
    ['what is not written: the nearest parent', ['spec', 'gateways', 3], 'gateways: [doors/front]'],
  ])('finds %s', (_, path, expected) => {
    const found = locationOf(contextOf(files), id, path);
    expect(found && files['route.yaml'].slice(found.from, found.to)).toBe(expected);
  });

  it('finds resources inside a List', () => {
    const text = `kind: List\nitems:\n- kind: Gateway\n  apiVersion: networking.istio.io/v1\n  metadata: {name: a}\n  spec: {servers: []}\n`;
    const found = locationOf(contextOf({ 'list.yaml': text }), 'Gateway//a', ['spec', 'servers']);
    expect(found && text.slice(found.from, found.to)).toBe('servers: []');
  });

  it('knows nothing of a resource that is not there', () => {
    expect(locationOf(contextOf(files), 'Gateway//none', [])).toBeNull();
  });
});

describe('symbols', () => {
  const outline = (all: readonly OutlineSymbol[], depth = 0): string[] =>
    all.flatMap(({ name, detail, children }) => [
      `${'  '.repeat(depth)}${name}${detail && ` (${detail})`}`,
      ...outline(children, depth + 1),
    ]);

  it('lists resources with the parts of their specs', () => {
    expect(outline(symbols(contextOf(files), 'ledger.yaml'))).toEqual([
      'ledger (ServiceEntry · books)',
      '  metadata',
      '    name (ledger)',
      '    namespace (books)',
      '  spec',
      '    hosts',
      '      ledger.example',
      '    ports',
      '      https',
      '        number (8443)',
      '        name (https)',
      '        protocol (HTTPS)',
      'ledger-rule (DestinationRule · books)',
      '  metadata',
      '    name (ledger-rule)',
      '    namespace (books)',
      '  spec',
      '    host (ledger.example)',
      '    subsets',
      '      steady',
      '        name (steady)',
      '      trial',
      '        name (trial)',
    ]);
  });

  it('keeps what can be read of a broken document', () => {
    const text = 'kind: Gateway\nmetadata:\n  name: a\nspec: {open\n';
    expect(outline(symbols(contextOf({ 'a.yaml': text }), 'a.yaml'))[0]).toBe('a (Gateway)');
  });

  it('gives ranges that hold their children', () => {
    const check = ({ range, nameRange, children }: OutlineSymbol): void => {
      expect(nameRange.from).toBeGreaterThanOrEqual(range.from);
      expect(nameRange.to).toBeLessThanOrEqual(range.to);
      for (const child of children) {
        expect(child.range.from).toBeGreaterThanOrEqual(range.from);
        expect(child.range.to).toBeLessThanOrEqual(range.to);
        check(child);
      }
    };
    for (const file of Object.keys(files)) symbols(contextOf(files), file).forEach(check);
  });
});

it('answers nowhere where nothing is pointed at', () => {
  const { text, offset } = withCaret('# a ¦comment\n');
  const context = contextOf({ 'a.yaml': text });
  expect(definition(context, 'a.yaml', offset)).toEqual([]);
  expect(referencesAt(context, 'a.yaml', offset, true)).toEqual([]);
});
