import { describe, expect, it } from 'vitest';
import { complete, definition, hover, referencesAt, symbols } from './index.ts';
import { contextOf, unmarked, withCaret } from './workspace.testkit.ts';

const FILE = 'calls.expect.yaml';
const MESH = `apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}
spec: {ports: [{port: 9080, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example]
  ports: [{number: 80, name: http, protocol: HTTP}, {number: 443, name: https, protocol: HTTPS}, {number: 9, name: tcp, protocol: TCP}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ledger, namespace: books}
spec:
  host: ledger.example
  subsets: [{name: steady}, {name: trial}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: route, namespace: books}
spec:
  hosts: [ledger.example]
  http: [{name: data, route: [{destination: {host: ledger.example}}]}, {name: rest, route: []}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: desk, namespace: shop}
spec: {template: {metadata: {labels: {app: desk}}}}
`;

function at(marked: string) {
  const { text, offset } = withCaret(marked);
  const { items } = complete(contextOf({ [FILE]: text, 'a.yaml': MESH }), FILE, offset);
  return {
    labels: items.map(({ label }) => label),
    chosen(label: string) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`${label} is not among ${items.map((each) => each.label).join(', ')}`);
      const first = item.stops[0] ?? item.insert.length;
      const insert = `${item.insert.slice(0, first)}¦${item.insert.slice(first)}`;
      return text.slice(0, item.replace.from) + insert + text.slice(item.replace.to);
    },
  };
}

const one = (rest: string) => `expectations:\n  - name: a\n${rest}`;
const asks = (rest: string) => one(`    request:\n      ${rest}`);
const wants = (rest: string) =>
  one(`    request: {from: books, url: http://ledger.example/}\n    expect:\n      ${rest}`);

describe('completion in a file of expectations', () => {
  it.each([
    ['the list', '¦', ['expectations']],
    ['keys of an expectation', one('    ¦'), ['request', 'expect']],
    ['keys of a request', asks('¦'), ['from', 'gateway', 'url', 'method', 'headers']],
    [
      'a way to say who sends, unless there is one',
      asks('from: books\n      ¦'),
      ['url', 'host', 'port', 'path', 'protocol'],
    ],
    ['namespaces of who sends', asks('from: ¦'), ['books', 'shop']],
    ['namespaces of who sends, with more about it', asks('from:\n        namespace: ¦'), ['books', 'shop']],
    ['keys of who sends', asks('from:\n        namespace: shop\n        ¦'), ['labels', 'locality']],
    ['labels of who sends', asks('from:\n        namespace: shop\n        labels:\n          ¦'), ['app']],
    ['values of its labels', asks('from: {namespace: shop, labels: {app: ¦}}'), ['desk']],
    ['URLs of what is there', asks('url: ¦'), ['http://ledger.example/', 'https://ledger.example/']],
    ['with the ports that have to be said', asks('url: ¦'), ['http://till.books.svc.cluster.local:9080/']],
    ['methods', asks('method: ¦'), ['GET', 'POST']],
    ['what is spoken', asks('protocol: ¦'), ['grpc', 'tls', 'tcp']],
    ['headers', asks('headers:\n        ¦'), ['cookie', 'user-agent']],
    ['what can be expected', wants('¦'), ['outcome', 'status', 'host', 'subset', 'path', 'mirrors']],
    ['outcomes', wants('outcome: ¦'), ['forward', 'passthrough', 'closed']],
    ['hosts, short ones of the caller', wants('host: ¦'), ['till', 'ledger.example']],
    ['subsets of the host beside', wants('host: ledger.example\n      subset: ¦'), ['steady', 'trial']],
    ['ports of the host beside', wants('host: ledger.example\n      port: ¦'), ['80', '443']],
    [
      'subsets of a destination',
      wants('destinations: [{host: ledger.example, subset: ¦}]'),
      ['steady', 'trial'],
    ],
    ['VirtualServices', wants('virtualService: ¦'), ['books/route']],
    ['rules', wants('virtualService: books/route\n      rule: ¦'), ['data', 'rest']],
    [
      'whole expectations',
      'expectations:\n  - ¦',
      ['name', 'expectation · goes to a host', 'expectation · at a gateway'],
    ],
    ['keys below what cannot be read', wants('host: "a\n      ¦'), ['path']],
  ])('offers %s', (_, marked, expected) => {
    expect(at(marked).labels).toEqual(expect.arrayContaining(expected));
  });

  it('offers nothing that has no place there', () => {
    expect(at('¦').labels).toEqual(['expectations']);
    expect(at(asks('from: books\n      ¦')).labels).not.toContain('gateway');
    expect(at(asks('url: ¦')).labels.join()).not.toContain(':9/');
    expect(at(one('    # ¦')).labels).toEqual([]);
  });

  it('writes what must stand under a key', () => {
    expect(at('¦').chosen('expectations')).toBe('expectations:\n  - request:\n      ¦\n    expect:\n      ');
    expect(at(wants('mirr¦')).chosen('mirrors')).toBe(wants('mirrors:\n        - host: ¦'));
  });
});

describe('hover in a file of expectations', () => {
  it.each([
    [
      'a key',
      wants('out¦come: tls'),
      ['`expectations[0].expect.outcome`', 'What becomes of the request.', '`passthrough`'],
    ],
    ['a value', wants('outcome: t¦ls'), ['`tls`: encrypted bytes go on by their server name']],
    [
      'a host',
      wants('host: ledger.ex¦ample'),
      ['defined by ServiceEntry `ledger`', 'Subsets: `steady`, `trial`'],
    ],
    ['a host in a URL', asks('url: http://ledger.ex¦ample/v2'), ['Ports: `80`']],
    ['who sends', asks('from: bo¦oks'), ['resources of these files are in it']],
    [
      'a VirtualService',
      wants('virtualService: books/ro¦ute'),
      ['VirtualService `books/route`, in `a.yaml`'],
    ],
  ])('tells of %s', async (_, marked, words) => {
    const { text, offset } = withCaret(marked);
    const found = await hover(contextOf({ [FILE]: text, 'a.yaml': MESH }), FILE, offset);
    for (const each of words) expect(found?.parts.join('\n')).toContain(each);
  });
});

describe('names in a file of expectations lead to', () => {
  const entry = (spec: string) =>
    `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: e, namespace: books}\nspec: ${spec}\n`;
  const rule = (spec: string) => entry(spec).replace('ServiceEntry', 'DestinationRule');
  const service = (name: string, namespace = 'books') =>
    `apiVersion: v1\nkind: Service\nmetadata: {${name}, namespace: ${namespace}}\n`;
  it.each<[string, string, string]>([
    ['a host', entry('{hosts: [«a.example»]}'), wants('host: a.ex¦ample')],
    [
      'a host, from a URL',
      entry('{hosts: [«a.example»]}'),
      asks('from: x\n      url: https://a.ex¦ample:443/v2'),
    ],
    [
      'a host that a client names shortly',
      service('«name: till»'),
      asks('from: books\n      url: http://ti¦ll/v2'),
    ],
    ['a Service of another namespace by its name', service('«name: till»', 'shop'), wants('host: ti¦ll')],
    [
      'a subset',
      rule('{host: a.example, subsets: [{«name: v1»}]}'),
      wants('host: a.example\n      subset: v¦1'),
    ],
    ['a mirror', entry('{hosts: [«a.example»]}'), wants('mirrors: [{host: a.exam¦ple}]')],
    [
      'a VirtualService',
      entry('{hosts: [a]}').replace('ServiceEntry', 'VirtualService').replace('name: e', '«name: e»'),
      wants('virtualService: books/¦e'),
    ],
    ['a namespace', 'apiVersion: v1\nkind: Namespace\nmetadata: {«name: books»}\n', asks('from: bo¦oks')],
  ])('%s', (_, mesh, marked) => {
    const { files, file, offset, marks } = unmarked({ 'a.yaml': mesh, [FILE]: marked });
    expect(definition(contextOf(files), file, offset)).toEqual(marks);
  });

  it('and are found from there', () => {
    const { files, file, offset, marks } = unmarked({
      'a.yaml': entry('{hosts: [«a.exam¦ple»]}'),
      [FILE]: `expectations:
  - request: {from: books, «url: http://a.example/v2»}
    expect: {«host: a.example», mirrors: [{«host: a.example»}]}
  - request: {from: books, url: http://b.example/}
    expect: {host: b.example, «sni: a.example»}
`,
    });
    expect(referencesAt(contextOf(files), file, offset, false)).toEqual(marks);
  });
});

it('lists expectations in the outline by their names', () => {
  const text = 'expectations:\n- name: Data goes to stable\n  request: {from: a}\n- request: {from: b}\n';
  expect(symbols(contextOf({ [FILE]: text }), FILE).map(({ name, kind }) => [name, kind])).toEqual([
    ['Data goes to stable', 'item'],
    ['[1]', 'item'],
  ]);
});
