import { describe, expect, it } from 'vitest';
import type { Session } from '../../session/index.ts';
import { addRuleForHost } from './connect/addForHost.ts';
import { connect } from './connect/connect.ts';
import { meaningOf } from './connect/meaning.ts';
import { meshText, openMesh, spotNamed } from './canvas.testkit.ts';
import { canvasCommands } from './commands.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
  namespace: shop
spec:
  hosts:
  - orders  # short name
  http:
  - match:
    - uri:
        prefix: /v1
    route:
    - destination:
        host: orders
  - route:
    - destination:
        host: orders
        subset: stable
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders-rule
  namespace: shop
spec:
  host: orders
  subsets:
  - name: stable
    labels: {version: v1}
  - name: next
    labels: {version: v2}
---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  selector: {app: orders}
  ports:
  - name: http
    port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: depot
spec:
  selector: {app: stock}
  ports:
  - name: http
    port: 8080
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front
  namespace: edge
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
`;

/** The lines that a gesture added (\`+\`) and took away (\`-\`), in order. */
async function changes(gesture: (session: Session) => void): Promise<string[]> {
  const session = await openMesh(SHOP);
  gesture(session);
  const before = SHOP.split('\n');
  const after = meshText(session).split('\n');
  const left = [...after];
  const gone: string[] = [];
  for (const line of before) {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    else gone.push(`-${line}`);
  }
  return [...gone, ...left.map((line) => `+${line}`)];
}

function run(session: Session, id: string): void {
  const command = canvasCommands.find((candidate) => candidate.id === id);
  if (!command) throw new Error(id);
  void command.run({ session, panes: {} });
}

function select(session: Session, kind: string, path: (string | number)[]): void {
  const resource = session.getState().analysis.mesh.resources.find((candidate) => candidate.kind === kind);
  session.dispatch({ type: 'select', resource: resource?.id ?? '', path, origin: 'canvas' });
}

describe('drawing a line', () => {
  it('from a rule to a subset adds a destination, and the weights share', async () => {
    const session = await openMesh(SHOP);
    const from = spotNamed(session, 'VirtualService', 'orders', '/v1*');
    connect(session, { from }, spotNamed(session, 'DestinationRule', 'orders-rule', 'next'));
    const route = '    - destination:\n        host: orders\n';
    const shared = `${route}      weight: 50\n${route}        subset: next\n      weight: 50\n`;
    expect(meshText(session)).toBe(SHOP.replace(route, shared));
  });

  it('to a Service of another namespace writes its full name', async () => {
    const lines = await changes((session) => {
      const from = spotNamed(session, 'VirtualService', 'orders', '/v1*');
      connect(session, { from }, spotNamed(session, 'Service', 'stock'));
    });
    expect(lines).toContain('+        host: stock.depot.svc.cluster.local');
  });

  it('as a mirror copies requests', async () => {
    const lines = await changes((session) => {
      const from = spotNamed(session, 'VirtualService', 'orders', '/v1*');
      connect(session, { from }, spotNamed(session, 'DestinationRule', 'orders-rule', 'next'), 'mirror');
    });
    expect(lines).toEqual(['+    mirror:', '+      host: orders', '+      subset: next']);
  });

  it('from a Gateway binds, and keeps the VirtualService in the mesh', async () => {
    const lines = await changes((session) => {
      const from = spotNamed(session, 'Gateway', 'front');
      connect(session, { from }, spotNamed(session, 'VirtualService', 'orders'));
    });
    expect(lines).toEqual(['+  gateways:', '+  - mesh', '+  - edge/front']);
  });

  it('from a host into empty space adds a DestinationRule for it', async () => {
    const lines = await changes((session) => addRuleForHost(session, spotNamed(session, 'Service', 'stock')));
    expect(lines).toContain('+  namespace: depot');
    expect(lines).toContain('+  host: stock');
  });

  it.each([
    [
      'where it leads already',
      'VirtualService',
      'orders',
      'otherwise',
      'DestinationRule',
      'orders-rule',
      'stable',
    ],
    ['to no host', 'VirtualService', 'orders', '/v1*', 'Gateway', 'front', undefined],
    ['from several rules at once', 'VirtualService', 'orders', undefined, 'Service', 'stock', undefined],
    ['from a Gateway to a host', 'Gateway', 'front', undefined, 'Service', 'stock', undefined],
    ['to itself', 'Service', 'stock', undefined, 'Service', 'stock', undefined],
  ])('is refused %s', async (_why, fromKind, from, fromRow, toKind, to, toRow) => {
    const session = await openMesh(SHOP);
    const start = spotNamed(session, fromKind, from, fromRow);
    const end = spotNamed(session, toKind, to, toRow);
    expect(meaningOf(session.getState(), { from: start }, end)).toHaveProperty('refusal');
    expect(connect(session, { from: start }, end)).toBe(false);
    expect(meshText(session)).toBe(SHOP);
    expect(session.getState().notices.at(-1)?.title).toBe('Not connected');
  });

  it('tells only of the last that was refused, and of none once something was done', async () => {
    const session = await openMesh(SHOP);
    const draw = (from: [string, string], to: [string, string]) =>
      connect(session, { from: spotNamed(session, ...from) }, spotNamed(session, ...to));
    draw(['Service', 'stock'], ['Service', 'stock']);
    draw(['Gateway', 'front'], ['Service', 'stock']);
    const titles = () => session.getState().notices.map(({ title }) => title);
    expect(titles()).toEqual(['Not connected']);
    session.dispatch({ type: 'new-file', path: 'more.yaml' });
    expect(titles()).not.toContain('Not connected');
  });
});

describe('Delete', () => {
  it('takes a selected rule', async () => {
    const lines = await changes((session) => {
      select(session, 'VirtualService', ['spec', 'http', 0]);
      run(session, 'canvas.delete');
    });
    expect(lines).toContain('-        prefix: /v1');
    expect(lines.filter((line) => line.startsWith('+'))).toEqual([]);
  });

  it('takes the way of a selected edge, and leaves the rule its others', async () => {
    const session = await openMesh(SHOP);
    const from = spotNamed(session, 'VirtualService', 'orders', '/v1*');
    connect(session, { from }, spotNamed(session, 'Service', 'stock'));
    const stock = spotNamed(session, 'Service', 'stock').node;
    const edge = session
      .getState()
      .analysis.topology.edges.find(({ kind, target }) => kind === 'route' && target === stock);
    session.dispatch({ type: 'select', resource: '', path: [], ...edge?.origin, origin: 'canvas' });
    run(session, 'canvas.delete');
    expect(session.getState().notices.at(-1)?.title).toBe('Deleted the way to stock');
    expect(meshText(session)).not.toContain('stock.depot');
    expect(meshText(session)).toContain('prefix: /v1');
  });

  it('takes the resource that is selected as a whole, and offers to undo it', async () => {
    const session = await openMesh(SHOP);
    select(session, 'DestinationRule', []);
    run(session, 'canvas.delete');
    expect(meshText(session)).not.toContain('orders-rule');
    const action = session.getState().notices.at(-1)?.action?.action;
    if (action) session.dispatch(action);
    expect(meshText(session)).toBe(SHOP);
  });

  it('takes no resource for a line that only follows from a field', async () => {
    const lines = await changes((session) => {
      select(session, 'DestinationRule', ['spec', 'host']);
      run(session, 'canvas.delete');
    });
    expect(lines).toEqual([]);
  });
});

describe('the other commands', () => {
  it('move a rule up and keep it selected', async () => {
    const session = await openMesh(SHOP);
    select(session, 'VirtualService', ['spec', 'http', 1]);
    run(session, 'canvas.move-earlier');
    const rows = session
      .getState()
      .analysis.topology.nodes.find(({ kind }) => kind === 'VirtualService')?.rows;
    expect(rows?.[0]?.label).toBe('every request');
    expect(session.getState().selection?.path).toEqual(['spec', 'http', 0]);
  });

  it('duplicate with a free name', async () => {
    const lines = await changes((session) => {
      select(session, 'Gateway', []);
      run(session, 'canvas.duplicate');
    });
    expect(lines).toContain('+  name: front-2');
  });
});
