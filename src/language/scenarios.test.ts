import { describe, expect, it } from 'vitest';
import { planOperation } from '../operations/index.ts';
import { applyChanges } from '../text/index.ts';
import { complete, definition, hover, referencesAt } from './index.ts';
import { renameAt } from './rename/index.ts';
import { contextOf, unmarked, withCaret } from './workspace.testkit.ts';

const FILE = 'eu-down.load.yaml';
const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example]
  ports: [{number: 80, name: http, protocol: HTTP}]
  endpoints:
  - {address: 10.0.0.1, locality: eu/a}
  - {address: 10.0.0.2, locality: us/b}
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {ports: [{port: 80, name: http}]}
`;
const BEGINS = 'request: { from: shop, url: http://ledger.example/ }\nload: { rate: 10 }\n';

const labels = (marked: string): readonly string[] => {
  const { text, offset } = withCaret(marked);
  return complete(contextOf({ [FILE]: text, 'a.yaml': MESH }), FILE, offset).items.map(({ label }) => label);
};

describe('completion in a scenario', () => {
  it.each([
    ['what it consists of', '¦', ['request', 'load', 'behaviours', 'endpoints', 'expect']],
    ['keys of the load', 'load:\n  ¦', ['rate', 'phases', 'concurrency']],
    ['namespaces of who sends', 'request:\n  from: ¦', ['books', 'shop']],
    ['URLs of what is there', 'request:\n  url: ¦', ['http://ledger.example/']],
    ['what an endpoint can do', `${BEGINS}behaviours:\n- script:\n  - does: ¦`, ['hangs', 'refuses', 'away']],
    ['endpoints of the files', `${BEGINS}behaviours:\n- where: { endpoint: ¦ }\n`, ['10.0.0.1', '10.0.0.2']],
    [
      'its own endpoints',
      `${BEGINS}endpoints:\n- { name: eu, count: 2 }\nbehaviours:\n- where:\n    endpoint: ¦\n`,
      ['eu-1', 'eu-2'],
    ],
    ['where they run', `${BEGINS}behaviours:\n- where:\n    locality: ¦\n`, ['eu/a', 'us/b', 'eu', 'us']],
    ['what can be measured', `${BEGINS}expect:\n- ¦`, ['errors', 'p99', 'ejected']],
    ['bounds', `${BEGINS}expect:\n- errors: ¦`, ['under 1%']],
    ['whose trouble', `${BEGINS}expect:\n- { errors: under 1%, while: ¦ }\n`, ['10.0.0.1', 'us/b']],
    ['who is ejected', `${BEGINS}expect:\n- ejected: ¦\n`, ['10.0.0.2', 'nobody']],
  ])('offers %s', (_, marked, some) => expect(labels(marked)).toEqual(expect.arrayContaining([...some])));

  it('offers no endpoints of the files beside its own', () =>
    expect(
      labels(`${BEGINS}endpoints:\n- { name: eu }\nbehaviours:\n- where:\n    endpoint: ¦\n`),
    ).not.toContain('10.0.0.1'));
});

describe('in a scenario', () => {
  const at = (marked: string) => {
    const { files, file, offset } = unmarked({ [FILE]: marked, 'a.yaml': MESH });
    return { context: contextOf(files), file, offset };
  };

  it.each([
    [
      'answers',
      `${BEGINS}behaviours:\n- script:\n  - { from: 1s, ans¦wers: 503 }\n`,
      'status it answers with',
    ],
    ['a goal', `${BEGINS}expect:\n- { err¦ors: under 1% }\n`, 'share of answers'],
    ['what it does', `${BEGINS}behaviours:\n- script:\n  - { does: ha¦ngs }\n`, 'never answers'],
  ])('%s is explained under the pointer', async (_, marked, words) => {
    const { context, file, offset } = at(marked);
    expect(JSON.stringify(await hover(context, file, offset))).toContain(words);
  });

  it('a URL leads to the host that it calls, and is found from there', () => {
    const { context, file, offset } = at(BEGINS.replace('ledger.example', 'led¦ger.example'));
    expect(definition(context, file, offset)).toMatchObject([{ file: 'a.yaml' }]);
    const there = contextOf({ [FILE]: BEGINS, 'a.yaml': MESH });
    const places = referencesAt(there, 'a.yaml', MESH.indexOf('ledger.example') + 2, false);
    expect(places.map((place) => place.file)).toContain(FILE);
  });

  it.each([
    ['its own URL', `request: { from: shop, url: http://led¦ger.example/x }\n`, 'http://book.example/x'],
    [
      'a host that it declares endpoints of',
      `${BEGINS}endpoints:\n- { name: a, host: led¦ger.example }\n`,
      'host: book.example',
    ],
  ])('a host is renamed everywhere from %s', (_, marked, becomes) => {
    const { context, file, offset } = at(marked);
    const renamed = renameAt(context, file, offset, 'book.example');
    if ('refused' in renamed) throw new Error(renamed.refused);
    const { changes } = planOperation(context, renamed);
    const { files } = applyChanges(context.files, changes);
    expect(files.find(({ path }) => path === FILE)?.text).toContain(becomes);
    expect(files.find(({ path }) => path === 'a.yaml')?.text).toContain('hosts: [book.example]');
  });
});
