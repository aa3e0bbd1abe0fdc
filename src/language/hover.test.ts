import { expect, it } from 'vitest';
import { hover } from './index.ts';
import { contextOf, withCaret } from './workspace.testkit.ts';

const rule = (spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, namespace: books}\nspec:\n${spec}`;
const others = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec: {hosts: [ledger.example], exportTo: ["."]}
---
kind: Service
apiVersion: v1
metadata: {name: till, namespace: books}
`;

async function at(marked: string): Promise<{ text: string; range: string } | null> {
  const { text, offset } = withCaret(marked);
  const found = await hover(contextOf({ 'a.yaml': text, 'others.yaml': others }), 'a.yaml', offset);
  return found && { text: found.parts.join('\n'), range: text.slice(found.range.from, found.range.to) };
}

it('tells of a key its path, what it means, its default', async () => {
  const found = await at(
    rule('  trafficPolicy:\n    connectionPool:\n      tcp:\n        connectTim¦eout: 3s'),
  );
  expect(found?.range).toBe('connectTimeout');
  expect(found?.text).toContain('`spec.trafficPolicy.connectionPool.tcp.connectTimeout` · duration');
  expect(found?.text).toMatch(/Default: `\d+s`/);
});

it('lists the values of an enum, and says what the one there does', async () => {
  const found = await at(rule('  trafficPolicy: {tls: {mode: SIM¦PLE}}'));
  expect(found?.range).toBe('SIMPLE');
  expect(found?.text).toMatch(/`SIMPLE`: \S/);
  expect(found?.text).toContain('- `ISTIO_MUTUAL`');
});

it('adds the description that Istio gives', async () => {
  const found = await at(rule('  sub¦sets: []'));
  expect(found?.text.length).toBeGreaterThan(120);
});

it.each([
  ['who defines a host', 'ledger.example', 'books', 'is defined by ServiceEntry `ledger`'],
  [
    'what a short host means',
    'till',
    'books',
    '(`till.books.svc.cluster.local`) is defined by Service `till`',
  ],
  ['that nothing does', 'nowhere.example', 'books', 'Nothing in these files defines'],
  [
    'that it is hidden from here',
    'ledger.example',
    'shop',
    'whose `exportTo` hides it from namespace `shop`',
  ],
])('says %s', async (_, host, namespace, expected) => {
  const marked = rule(`  host: ¦${host}`).replace('namespace: books', `namespace: ${namespace}`);
  expect((await at(marked))?.text).toContain(expected);
});

it.each([
  ['a comment', '# wo¦rd\n'],
  ['an unknown field', rule('  no¦nsense: 1')],
  ['an empty place', rule('  ¦')],
  ['a kind that is not modelled', 'kind: ConfigMap\ndata:\n  a¦: b'],
])('says nothing about %s', async (_, marked) => {
  expect(await at(marked)).toBeNull();
});
