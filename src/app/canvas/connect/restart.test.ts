import { describe, expect, it } from 'vitest';
import type { Session } from '../../../session/index.ts';
import { meshText, openMesh, spotNamed } from '../canvas.testkit.ts';
import { connect } from './connect.ts';
import { meaningOf } from './meaning.ts';
import { lineFor, movableEnds } from './movable.ts';

const ORDERS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  gateways: [mesh, edge/front]   # both
  http:
  - match: [{uri: {prefix: /a}}]
    route:
    - destination: {host: orders}
      weight: 50
    - destination: {host: stock}
      weight: 50
  - match: [{uri: {prefix: /b}}]
    redirect: {uri: /c}
  - route:
    - destination: {host: till}
`;
const BOOKS = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: books, namespace: shop}
spec:
  hosts: [books.example]
  http:
  - route:
    - destination: {host: books.example}
`;
const service = (name: string) =>
  `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80, name: http}]}\n`;
const MESH =
  ORDERS +
  BOOKS +
  ['orders', 'stock', 'till'].map(service).join('') +
  '---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: front, namespace: edge}\nspec:\n  selector: {app: gate}\n  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]\n';

/** The line that says this, by what it joins. */
function lineTo(session: Session, target: string, end: 'source' | 'target') {
  const { nodes, edges } = session.getState().analysis.topology;
  const edge = edges.find(
    ({ kind, target: id }) =>
      (kind === 'route' || kind === 'gateway') && nodes.find((node) => node.id === id)?.label === target,
  );
  const gate = edges.find(({ kind }) => kind === 'gateway');
  const meant = end === 'target' ? gate : edge;
  if (!meant) throw new Error(`no line to ${target}`);
  expect(movableEnds(meant)).toContain(end);
  return lineFor(meant, end);
}

describe('the start of a line', () => {
  it('is led to a rule of another VirtualService, with its share there', async () => {
    const session = await openMesh(MESH);
    connect(session, lineTo(session, 'stock', 'source'), spotNamed(session, 'VirtualService', 'books'));
    expect(meshText(session)).toBe(
      MESH.replace(
        '      weight: 50\n    - destination: {host: stock}\n      weight: 50\n',
        '      weight: 100\n',
      ).replace(
        '    - destination: {host: books.example}\n',
        '    - destination: {host: books.example}\n      weight: 50\n    - destination: {host: stock}\n      weight: 50\n',
      ),
    );
    expect(session.getState().selection).toMatchObject({
      resource: 'VirtualService/shop/books',
      path: ['spec', 'http', 0, 'route', 1],
    });
  });

  it('says beforehand that a rule goes with its last way', async () => {
    const session = await openMesh(MESH);
    const to = spotNamed(session, 'VirtualService', 'orders', '/a*');
    expect(meaningOf(session.getState(), lineTo(session, 'till', 'source'), to)).toMatchObject({
      words: 'Starts at /a* instead; the rule before goes, as nothing is left in it',
    });
  });

  it.each([
    ['a rule that redirects', 'VirtualService', 'orders', '/b* ', /does something else.*redirect/],
    ['the rule where it starts', 'VirtualService', 'orders', '/a*', /starts at \/a\* already/],
    ['a VirtualService of several rules', 'VirtualService', 'orders', undefined, /several rules/],
    ['a host', 'Service', 'till', undefined, /starts at a rule/],
  ])('is not led to %s', async (_, kind, label, row, words) => {
    const session = await openMesh(MESH);
    const labels = session
      .getState()
      .analysis.topology.nodes.flatMap(({ rows }) => rows.map((each) => each.label));
    const named = row && labels.find((each) => each.startsWith(row.trim()));
    const to = spotNamed(session, kind, label, named);
    const line = lineTo(session, 'stock', 'source');
    expect(meaningOf(session.getState(), line, to)).toMatchObject({
      refusal: expect.stringMatching(words) as string,
    });
    expect(connect(session, line, to)).toBe(false);
    expect(meshText(session)).toBe(MESH);
  });
});

it('the end of a Gateway’s line is led to another VirtualService, and the first stays in the mesh', async () => {
  const session = await openMesh(MESH);
  connect(session, lineTo(session, 'orders', 'target'), spotNamed(session, 'VirtualService', 'books'));
  expect(meshText(session)).toBe(
    MESH.replace('[mesh, edge/front]', '[mesh]').replace(
      '  hosts: [books.example]\n',
      '  hosts: [books.example]\n  gateways:\n  - mesh\n  - edge/front\n',
    ),
  );
});
