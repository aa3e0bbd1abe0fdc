import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../checks/index.ts';
import { planOperation } from '../operations/index.ts';
import { applyChanges } from '../text/index.ts';
import { codeActions, definition } from './index.ts';
import { missingMends } from './missing.ts';
import { contextOf, unmarked } from './workspace.testkit.ts';

const OTHERS = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: books}
spec:
  host: till
  subsets:
  - name: steady
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: bare, namespace: books}
spec: {host: bare.example}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: doors}
spec: {servers: []}
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}
spec: {ports: [{port: 80}]}
`;
const vs = (spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: own, namespace: books}\nspec:\n  hosts: [a.example]\n${spec}\n`;
const to = (destination: string) => `  http:\n  - route:\n    - destination: {${destination}}`;

const contextAt = (marked: string) => {
  const { files, file, offset } = unmarked({ 'a.yaml': marked, 'others.yaml': OTHERS });
  return { context: contextOf(files), file, offset };
};

describe('what mends a name that means nothing', () => {
  it.each([
    ['a host of the cluster', vs(to('host: stor¦e, port: {number: 81}')), ['Assume the service store']],
    ['a host, and one like it', vs(to('host: ti¦l')), ['Change to "till"', 'Assume the service til']],
    ['a host outside', vs(to('host: pay.exam¦ple')), ['Add a ServiceEntry for pay.example']],
    [
      'a subset of a rule',
      vs(to('host: till, subset: tri¦al')),
      ['Add the subset trial to DestinationRule till'],
    ],
    [
      'a subset like another',
      vs(to('host: till, subset: stead¦')),
      ['Change to "steady"', 'Add the subset stead to DestinationRule till'],
    ],
    [
      'a subset of a rule without any',
      vs(to('host: bare.example, subset: v¦1')),
      ['Add the subset v1 to DestinationRule bare'],
    ],
    [
      'a subset without a rule',
      vs(to('host: a.example, subset: v¦1')),
      ['Add a DestinationRule with the subset v1'],
    ],
    ['a Gateway', vs('  gateways: [side¦-door]'), ['Add the Gateway side-door']],
    [
      'a Gateway like another',
      vs('  gateways: [doors/fro¦n]'),
      ['Change to "doors/front"', 'Add the Gateway fron'],
    ],
    ['a delegate', vs('  http:\n  - delegate: {name: re¦st}'), ['Add the VirtualService rest']],
    ['a namespace', vs('  exportTo: [va¦ult]'), ['Assume the namespace vault']],
  ])('%s', (_, marked, titles) => {
    const { context, file, offset } = contextAt(marked);
    const found = missingMends(context, file, offset);
    expect(found.map(({ title }) => title)).toEqual(titles);
    for (const { operation } of found) {
      const changed = applyChanges(context.files, planOperation(context, operation).changes).files;
      const after = contextOf(Object.fromEntries(changed.map(({ path, text }) => [path, text])));
      // What is added is valid by itself.
      const schema = checkWorkspace(after.mesh).filter(({ code }) => /^MW0[12]/.test(code));
      expect(schema).toEqual([]);
      expect(definition(after, file, offset).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['a name that something defines', vs(to('host: ti¦ll'))],
    ['a host that clients ask for', vs('').replace('a.example', 'a.exa¦mple')],
    ['a key', vs('  gate¦ways: [x]')],
    ['the gateway of all sidecars', vs('  gateways: [me¦sh]')],
  ])('is nothing for %s', (_, marked) => {
    const { context, file, offset } = contextAt(marked);
    expect(missingMends(context, file, offset)).toEqual([]);
  });

  it('is not offered twice, where a problem offers it too', () => {
    const { context, file, offset } = contextAt(vs(to('host: stor¦e')));
    const problems = checkWorkspace(context.mesh);
    const line = (context.files[0]?.text ?? '').slice(0, offset).split('\n').length;
    const span = { line, column: 1, endLine: line, endColumn: 99 };
    const titles = codeActions({ ...context, problems }, file, span, offset).map(({ title }) => title);
    expect(titles).toContain('Assume the service store');
    expect(new Set(titles).size).toBe(titles.length);
  });
});
