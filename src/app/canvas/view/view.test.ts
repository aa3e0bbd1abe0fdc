import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../session/index.ts';
import { WHOLE_VIEW } from '../../../topology/index.ts';
import { openMesh, spotNamed } from '../canvas.testkit.ts';
import { look, step } from '../find/find.ts';
import { hitsOf } from '../find/hits.ts';
import { findWords } from '../find/findWords.ts';
import { canvasStore } from '../state/canvasState.ts';
import { placeOf } from '../state/placeOf.ts';
import { anchorOf } from './anchor.ts';
import { namespaceLines, withMode } from './namespaceModes.ts';
import { showNode } from './showNode.ts';
import { showView } from './showView.ts';
import { shownWords } from './shownWords.ts';
import { viewParts } from './words.ts';

const service = (name: string, namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {selector: {app: ${name}}, ports: [{port: 80, name: http}]}\n`;
const MESH = [
  service('till', 'shop'),
  service('shelf', 'shop'),
  service('crane', 'depot'),
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: depot}\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: crane, namespace: depot}\nspec: {template: {metadata: {labels: {app: crane}}}}\n',
  'apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: drivers, namespace: depot}\nspec: {selector: {matchLabels: {app: crane}}}\n',
  'apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: odd, namespace: depot}\nspec: {}\n',
].join('---\n');

afterEach(() => canvasStore.set({ cursor: null, find: null, hover: null }));

const ids = (session: Session) => session.getState().analysis.drawn.nodes.map(({ id }) => id);
const view = (session: Session, change: Parameters<typeof showView>[1]) => showView(session, change);
const select = (session: Session, resource: string) => {
  session.dispatch({ type: 'select', resource, origin: 'rail' });
  return placeOf(session.getState());
};

describe('placeOf', () => {
  it('is the node, the node that carries the badge, or the collapsed namespace that holds it', async () => {
    const session = await openMesh(MESH);
    expect(select(session, 'Service/shop/till')).toEqual({ node: 'Service/shop/till', row: null });
    const carrier = spotNamed(session, 'Workload', 'crane').node;
    expect(select(session, 'AuthorizationPolicy/depot/drivers')).toEqual({ node: carrier, row: null });
    view(session, { collapsedNamespaces: ['depot'] });
    for (const inside of ['Service/depot/crane', 'AuthorizationPolicy/depot/drivers', 'Namespace//depot'])
      expect(select(session, inside)).toEqual({ node: 'Namespace/depot', row: null });
  });

  it('says why it is nowhere', async () => {
    const session = await openMesh(MESH);
    expect(select(session, 'EnvoyFilter/depot/odd')).toBe('EnvoyFilter odd is not drawn on the canvas.');
    expect(select(session, 'Namespace//depot')).toBe('Namespace depot is not drawn on the canvas.');
    view(session, { hiddenKinds: ['Service'] });
    expect(select(session, 'Service/shop/till')).toContain('not among what is shown');
    session.dispatch({ type: 'select', resource: null, origin: 'rail' });
    expect(placeOf(session.getState())).toBeNull();
  });
});

describe('showNode', () => {
  it('opens and shows what is needed, says so, and takes the keyboard along', async () => {
    const session = await openMesh(MESH);
    canvasStore.set({ cursor: { node: 'Service/shop/till', row: null } });
    view(session, { collapsedNamespaces: ['shop', 'depot'], hiddenKinds: ['Service'] });
    expect(showNode(session, 'Service/depot/crane')).toBe('Namespace depot opened, Service shown again.');
    expect(ids(session)).toContain('Service/depot/crane');
    expect(ids(session)).toContain('Namespace/shop');
    expect(showNode(session, 'Service/depot/crane')).toBe('');
  });

  it('leaves the keyboard on what stands for the node it was on', async () => {
    const session = await openMesh(MESH);
    canvasStore.set({ cursor: { node: 'Service/shop/till', row: null } });
    view(session, { collapsedNamespaces: ['shop'] });
    expect(canvasStore.get().cursor?.node).toBe('Namespace/shop');
    view(session, { hiddenNamespaces: ['shop'] });
    expect(canvasStore.get().cursor).toBeNull();
  });
});

describe('the search', () => {
  it('opens the namespace of what is gone to, and closes it again for the next', async () => {
    const session = await openMesh(MESH);
    view(session, { collapsedNamespaces: ['shop', 'depot'] });
    canvasStore.set({ find: { query: '', at: 0, gone: false, shown: null } });
    look(session, 'service');
    const hits = hitsOf(session.getState(), 'service');
    expect(hits.map(({ node }) => node)).toEqual(['Namespace/shop', 'Namespace/depot']);
    look(session, 'a');
    const found = hitsOf(session.getState(), 'crane');
    look(session, 'crane');
    expect(findWords(session.getState(), found, { query: 'crane', at: 0 })).toBe(
      'Service crane · in collapsed namespace depot: Enter opens it',
    );
    step(session, 1);
    expect(session.getState().view.collapsedNamespaces).toEqual(['shop']);
    expect(session.getState().selection?.resource).toBe('Service/depot/crane');
    look(session, 'till');
    step(session, 1);
    expect(session.getState().view.collapsedNamespaces).toEqual(['depot']);
    expect(ids(session)).toContain('Service/shop/till');
  });

  it('selects the policy that was found at what it applies to', async () => {
    const session = await openMesh(MESH);
    canvasStore.set({ find: { query: '', at: 0, gone: false, shown: null } });
    look(session, 'drivers');
    step(session, 1);
    expect(session.getState().selection?.resource).toBe('AuthorizationPolicy/depot/drivers');
  });

  it('says that nothing is found', async () => {
    const session = await openMesh(MESH);
    expect(findWords(session.getState(), [], { query: 'nowhere', at: 0 })).toContain('Nothing');
  });
});

describe('anchorOf', () => {
  it('is what a person is at, else the nearest that is drawn still', async () => {
    const session = await openMesh(MESH);
    const before = session.getState().analysis;
    view(session, { collapsedNamespaces: ['shop'] });
    const after = session.getState().analysis;
    const middle = { x: 0, y: 0 };
    expect(anchorOf(before, after, 'Service/shop/shelf', middle)?.after.node.id).toBe('Namespace/shop');
    expect(anchorOf(after, before, 'Namespace/shop', middle)?.after.node.namespace).toBe('shop');
    const crane = before.placed.nodes.find(({ node }) => node.id === 'Service/depot/crane');
    if (!crane) throw new Error('no crane');
    expect(anchorOf(before, after, 'no such node', crane)?.before.node.id).toBe('Service/depot/crane');
    const nothing = { drawn: { nodes: [], edges: [] }, placed: { ...before.placed, nodes: [] } };
    expect(anchorOf(before, nothing, null, middle)).toBeNull();
  });
});

describe('words for what is shown', () => {
  it('name each part that is left out, with the way back', async () => {
    const session = await openMesh(MESH);
    const words = (change: Parameters<typeof showView>[1]) => {
      session.dispatch({ type: 'view', view: { ...WHOLE_VIEW, ...change } });
      return viewParts(session.getState()).map((part) => part.words);
    };
    expect(words({})).toEqual([]);
    expect(words({ hiddenKinds: ['Service'], collapsedNamespaces: ['shop'] })).toEqual([
      'Service hidden',
      'shop collapsed',
    ]);
    expect(
      words({ hiddenKinds: ['Service', 'ExternalHost'], collapsedNamespaces: ['shop', 'depot'] }),
    ).toEqual(['2 kinds hidden', '2 of 2 namespaces collapsed']);
    // What is not there any more hides nothing.
    expect(words({ collapsedNamespaces: ['gone'], hiddenNamespaces: ['gone too'] })).toEqual([]);
    expect(words({ focus: { node: 'Service/shop/till', depth: 1 }, onlyProblems: true })).toEqual([
      'Within 1 step of till',
      'Only problems',
    ]);
    expect(words({ focus: { node: 'Service/shop/gone' }, onlyProblems: undefined, query: 'x' })).toEqual([
      'Only “x”',
    ]);
  });

  it('say nothing where nothing was opened', () => {
    expect(shownWords(WHOLE_VIEW, WHOLE_VIEW)).toBe('');
  });
});

describe('namespaces', () => {
  it('are open, one node or hidden; hidden counts before collapsed', async () => {
    const { topology } = (await openMesh(MESH)).getState().analysis;
    const lines = (change: object) =>
      namespaceLines(topology, { ...WHOLE_VIEW, ...change }).map(({ name, mode }) => `${name} ${mode}`);
    expect(lines({ collapsedNamespaces: ['shop'] })).toEqual(['depot open', 'shop collapsed']);
    expect(lines({ collapsedNamespaces: ['shop'], hiddenNamespaces: ['shop'] })).toEqual([
      'depot open',
      'shop hidden',
    ]);
    expect(namespaceLines(topology, WHOLE_VIEW, ' DEP ')).toHaveLength(1);
    expect(
      lines(withMode({ ...WHOLE_VIEW, hiddenNamespaces: ['shop'] }, ['shop', 'depot'], 'collapsed')),
    ).toEqual(['depot collapsed', 'shop collapsed']);
    expect(lines(withMode({ ...WHOLE_VIEW, hiddenNamespaces: ['shop'] }, ['shop'], 'open'))).toEqual([
      'depot open',
      'shop open',
    ]);
  });
});
