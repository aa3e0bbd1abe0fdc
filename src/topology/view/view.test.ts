import { describe, expect, it } from 'vitest';
import type { ResourceId } from '../../istio/index.ts';
import { topologyOf } from '../topology.ts';
import { meshOf } from '../../istio/mesh.testkit.ts';
import { document, documents, edgeLines, topologyFrom } from '../topology.testkit.ts';
import type { Topology } from '../types.ts';
import { startingView, WHOLE_VIEW, type ViewOptions } from './options.ts';
import { viewShowing } from './showing.ts';
import { drawnAs, viewOf } from './view.ts';

const host = (name: string): string =>
  document(
    'ServiceEntry',
    name,
    `hosts: [${name}.example], ports: [{number: 80, name: http, protocol: HTTP}], location: MESH_EXTERNAL, resolution: DNS`,
  );
const route = (name: string, ...to: readonly string[]): string =>
  document(
    'VirtualService',
    name,
    `hosts: [${name}.example], http: [{match: [{uri: {prefix: /cart}}], route: [${to.map((one) => `{destination: {host: ${one}.example}, weight: ${String(100 / to.length)}}`).join(', ')}]}]`,
  );
const TWO_WAYS = documents(
  route('front', 'stock', 'till'),
  host('front'),
  host('stock'),
  host('till'),
  document('DestinationRule', 'till', 'host: till.example, trafficPolicy: {tls: {mode: SIMPLE}}'),
);
const see = (
  topology: Topology,
  options: Partial<ViewOptions>,
  ...troubled: readonly ResourceId[]
): Topology => viewOf(topology, { ...WHOLE_VIEW, ...options }, undefined, new Set(troubled));
const ids = ({ nodes }: Topology): readonly string[] => nodes.map(({ id }) => id.replaceAll('/shop/', '/'));

describe('hiding kinds', () => {
  it('leads traffic past what is hidden, with what is said of it on both sides', () => {
    const view = see(topologyFrom(TWO_WAYS), { hiddenKinds: ['ServiceEntry', 'DestinationRule'] });
    const lines = edgeLines(view).filter((line) => line.startsWith('VirtualService'));
    expect(lines).toEqual([
      'VirtualService/front#http.0 > ExternalHost/stock.example route weight 50',
      'VirtualService/front#http.0 > ExternalHost/till.example route weight 50 SIMPLE',
    ]);
  });

  it('leads from the callers straight to the hosts without VirtualServices', () => {
    const view = see(topologyFrom(TWO_WAYS), { hiddenKinds: ['VirtualService'] });
    expect(ids(view).some((id) => id.startsWith('VirtualService'))).toBe(false);
    expect(edgeLines(view).filter((line) => line.startsWith('Caller'))).toEqual([
      'Caller/any > ServiceEntry/stock#port.80 route weight 50',
      'Caller/any > ServiceEntry/till#port.80 route weight 50',
    ]);
  });

  it('drops edges that end at what is hidden', () => {
    const view = see(topologyFrom(TWO_WAYS), { hiddenKinds: ['ExternalHost', 'Caller'] });
    expect(edgeLines(view).every((line) => !/Caller|ExternalHost/.test(line))).toBe(true);
    expect(edgeLines(view)).toHaveLength(3);
  });
});

describe('hiding namespaces', () => {
  const topology = topologyFrom(
    `${TWO_WAYS}---\n${host('till').replaceAll('till', 'desk').replace('namespace: shop', 'namespace: back')}`,
  );

  it('leaves out all of it, and what hangs on it alone', () => {
    expect(ids(see(topology, { hiddenNamespaces: ['shop'] }))).toEqual([
      'Caller/any',
      'ServiceEntry/back/desk',
      'ExternalHost/desk.example',
    ]);
  });

  it('keeps what hung on nothing before', () => {
    const alone = topologyFrom(document('DestinationRule', 'lone', 'host: "*.example"'));
    const view = see(alone, { hiddenNamespaces: ['elsewhere'] });
    expect(view).toBe(alone);
  });

  it('never hides what is in focus', () => {
    const focus = { node: 'ServiceEntry/shop/till' };
    expect(ids(see(topology, { hiddenNamespaces: ['shop'], focus }))).toContain('ServiceEntry/till');
  });
});

describe('collapsing namespaces', () => {
  const elsewhere = `{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: desk, namespace: back}, spec: {hosts: [desk.example], http: [{route: [{destination: {host: till.example}}]}]}}\n`;
  const topology = topologyFrom(`${TWO_WAYS}---\n${elsewhere}`);

  it('draws one node for all of it, with what hangs on it alone, and joins its edges', () => {
    const view = see(topology, { collapsedNamespaces: ['shop'] });
    const [node] = view.nodes.filter(({ kind }) => kind === 'Namespace');
    expect(ids(view).toSorted()).toEqual(['Caller/any', 'Namespace/shop', 'VirtualService/back/desk']);
    expect(node).toMatchObject({
      lane: 'host',
      label: 'shop',
      detail: '5 resources',
      resource: null,
      rows: [],
    });
    expect(node?.contents).toContainEqual({ kind: 'ServiceEntry', count: 3 });
    expect(view.edges.map((edge) => [edge.source, edge.target, edge.count ?? 1])).toEqual([
      ['Caller/any', 'VirtualService/back/desk', 1],
      ['Caller/any', 'Namespace/shop', 1],
      ['VirtualService/back/desk', 'Namespace/shop', 1],
    ]);
  });

  it('leaves what hangs on two of them between them', () => {
    const both = see(
      topologyFrom(
        `${host('one')}---\n${host('one').replace('namespace: shop', 'namespace: back').replace('name: one', 'name: two')}`,
      ),
      { collapsedNamespaces: ['shop', 'back'] },
    );
    expect(ids(both)).toEqual(['Caller/any', 'Namespace/shop', 'Namespace/back', 'ExternalHost/one.example']);
  });

  it('says which node stands for which', () => {
    const view = see(topology, { collapsedNamespaces: ['shop'], hiddenKinds: ['Caller'] });
    expect(drawnAs(view, 'ServiceEntry/shop/till')).toBe('Namespace/shop');
    expect(drawnAs(view, 'VirtualService/back/desk')).toBe('VirtualService/back/desk');
    expect(drawnAs(view, 'Caller/any')).toBeUndefined();
  });
});

describe('looking for something', () => {
  const topology = topologyFrom(TWO_WAYS);
  it.each<[string, Partial<ViewOptions>, readonly string[]]>([
    [
      'the whole way of a resource',
      { focus: { node: 'DestinationRule/shop/till' } },
      [
        'Caller/any',
        'VirtualService/front',
        'ServiceEntry/till',
        'DestinationRule/till',
        'ExternalHost/till.example',
      ],
    ],
    [
      'one step up and down',
      { focus: { node: 'ServiceEntry/shop/stock', depth: 1 } },
      ['VirtualService/front', 'ServiceEntry/stock', 'ExternalHost/stock.example'],
    ],
    ['words, in any order', { query: ' STOCK service ' }, ['ServiceEntry/stock']],
    ['words of a row', { query: 'virtual cart' }, ['VirtualService/front']],
    ['nothing where no word fits', { query: 'nowhere' }, []],
    ['problems', { onlyProblems: true }, ['ServiceEntry/stock']],
    ['what is there, when the focus is gone', { focus: { node: 'Gateway/shop/old' } }, ids(topology)],
  ])('finds %s', (_, options, expected) => {
    expect(ids(see(topology, options, 'ServiceEntry/shop/stock'))).toEqual(expected);
  });

  it('finds what dangles among the problems', () => {
    const broken = topologyFrom(route('front', 'nowhere'));
    expect(ids(see(broken, { onlyProblems: true }))).toEqual([
      'VirtualService/front',
      'Host/nowhere.example',
    ]);
  });

  it('does not collapse what is looked for, and never hides what is in focus', () => {
    const options = {
      collapsedNamespaces: ['shop'],
      hiddenKinds: ['ServiceEntry'],
      focus: { node: 'ServiceEntry/shop/till', depth: 1 },
    };
    expect(ids(see(topology, options))).toContain('ServiceEntry/till');
  });
});

describe('what stays the same', () => {
  const options: ViewOptions = { ...WHOLE_VIEW, hiddenKinds: ['Caller'], collapsedNamespaces: ['back'] };
  const texts = { 'a.yaml': TWO_WAYS, 'b.yaml': TWO_WAYS.replaceAll('namespace: shop', 'namespace: back') };
  const mesh = meshOf(texts);
  const topology = topologyOf(mesh);

  it('is the topology itself where nothing is left out', () => {
    expect(viewOf(topology, WHOLE_VIEW)).toBe(topology);
  });

  it('is another view once other resources have problems, if these alone are asked for', () => {
    const problems: ViewOptions = { ...WHOLE_VIEW, onlyProblems: true };
    const [none, one] = [new Set<string>(), new Set(['ServiceEntry/shop/till'])];
    const view = viewOf(topology, problems, undefined, none);
    expect(viewOf(topology, problems, view, none)).toBe(view);
    expect(ids(viewOf(topology, problems, view, one))).toEqual(['ServiceEntry/till']);
    const all = viewOf(topology, options, undefined, none);
    expect(viewOf(topology, options, all, one)).toBe(all);
  });

  it('is the view itself, and every part of it that says the same', () => {
    const view = viewOf(topology, options);
    expect(viewOf(topology, { ...options }, view)).toBe(view);
    const edited = { ...texts, 'a.yaml': TWO_WAYS.replace('mode: SIMPLE', 'mode: MUTUAL') };
    const next = viewOf(topologyOf(meshOf(edited, mesh.settings, mesh), topology), options, view);
    expect(next).not.toBe(view);
    const other = next.nodes.filter((node) => !view.nodes.includes(node));
    expect(other.map(({ id }) => id)).toEqual(['DestinationRule/shop/till']);
    const stayed = next.edges.filter((edge) => view.edges.includes(edge)).length;
    expect(next.edges.length - stayed).toBe(next.edges.filter((edge) => edge.tls === 'MUTUAL').length);
  });
});

describe('startingView', () => {
  const many = (count: number, namespaces: number): Topology =>
    topologyFrom(
      Array.from({ length: count }, (_, n) =>
        host(`h${String(n)}`).replace('namespace: shop', `namespace: n${String(n % namespaces)}`),
      ).join('---\n'),
    );
  it('collapses the namespaces of a crowd', () => {
    const topology = many(200, 3);
    expect(startingView(topology).collapsedNamespaces).toEqual(['n0', 'n1', 'n2']);
    expect(viewOf(topology, startingView(topology)).nodes).toHaveLength(4);
  });
  it('leaves out the callers from anywhere where they would send to ever so many', () => {
    expect(startingView(many(200, 6)).hiddenKinds).toEqual([]);
    const topology = many(200, 20);
    expect(startingView(topology).hiddenKinds).toEqual(['Caller']);
    expect(viewOf(topology, startingView(topology)).nodes.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 20 }, () => 'Namespace'),
    );
  });
  it('shows all of a few, and of a crowd that is in one namespace', () => {
    expect(startingView(many(100, 3))).toBe(WHOLE_VIEW);
    expect(startingView(many(200, 1))).toBe(WHOLE_VIEW);
  });
});

describe('viewShowing', () => {
  const topology = topologyFrom(TWO_WAYS);
  const till = 'ServiceEntry/shop/till';
  it.each<[string, Partial<ViewOptions>, Partial<ViewOptions>]>([
    ['opens the namespace', { collapsedNamespaces: ['shop', 'back'] }, { collapsedNamespaces: ['back'] }],
    ['shows the namespace again', { hiddenNamespaces: ['back', 'shop'] }, { hiddenNamespaces: ['back'] }],
    ['shows the kind again', { hiddenKinds: ['ServiceEntry', 'Caller'] }, { hiddenKinds: ['Caller'] }],
    ['leaves a focus elsewhere', { focus: { node: 'ServiceEntry/shop/stock' } }, { focus: undefined }],
    ['leaves a search for something else', { query: 'stock' }, { query: undefined }],
    ['leaves the problems', { onlyProblems: true }, { onlyProblems: undefined }],
    ['keeps a search that finds it', { query: 'till', hiddenKinds: ['ServiceEntry'] }, { query: 'till' }],
  ])('%s', (_, before, after) => {
    expect(viewShowing(topology, { ...WHOLE_VIEW, ...before }, till)).toEqual({ ...WHOLE_VIEW, ...after });
  });

  it('opens what a host outside hangs on', () => {
    const closed = { ...WHOLE_VIEW, collapsedNamespaces: ['shop'] };
    expect(viewShowing(topology, closed, 'ExternalHost/till.example').collapsedNamespaces).toEqual([]);
  });
});
