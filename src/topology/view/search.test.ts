import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, documents, topologyFrom } from '../topology.testkit.ts';
import { WHOLE_VIEW } from './options.ts';
import { search } from './search.ts';
import { viewOf } from './view.ts';

const MESH = topologyFrom(
  documents(
    document('Service', 'till', 'selector: {app: till}, ports: [{port: 80, name: http}]'),
    document('Service', 'old-till', 'ports: [{port: 80, name: http}]'),
    document(
      'VirtualService',
      'counter',
      'hosts: [till], http: [{match: [{uri: {prefix: /pay}}], route: [{destination: {host: till}}]}, {route: [{destination: {host: till, subset: v2}}]}]',
    ),
    document('DestinationRule', 'rules', 'host: till, subsets: [{name: v2, labels: {version: v2}}]'),
    document('Deployment', 'till', 'template: {metadata: {labels: {app: till}}}'),
    `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: only-cashiers, namespace: shop}\nspec: {selector: {matchLabels: {app: till}}}\n`,
  ),
);
const found = (query: string): readonly string[] =>
  search(MESH, query).map(({ node, row, by }) =>
    [node.replace('/shop/', '/'), row, by && `(${by})`].filter(Boolean).join(' '),
  );

describe('search', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing of no words', '  ', []],
    ['nothing where no word fits', 'nowhere', []],
    ['rows: a rule', '/pay', ['VirtualService/counter http.0 (/pay*)']],
    ['policies at what they apply to', 'cashiers', ['Deployment/till (only-cashiers)']],
    ['kind and namespace, in any order', 'SHOP destination rule', ['DestinationRule/rules']],
  ])('finds %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('finds what begins so before what has it in its name, and that before what has it as host', () => {
    const names = found('till');
    const at = (name: string): number => names.findIndex((one) => one.startsWith(name));
    expect(at('Service/till')).toBe(0);
    expect(at('Service/old-till')).toBeGreaterThan(at('Deployment/till'));
    expect(names).toContain('VirtualService/counter (till.shop.svc.cluster.local)');
    expect(at('VirtualService/counter')).toBeGreaterThan(at('Service/old-till'));
  });

  it('finds a subset where it is defined', () => {
    expect(found('v2')).toContain('DestinationRule/rules subset.v2 (v2)');
  });

  it('finds exactly what a view narrowed to the same words leaves', () => {
    const words = fc.constantFrom('till', 'v2', 'shop', 'service', 'cash', 'rule', 'local', '80', 'x', 'pay');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (list) => {
        const query = list.join(' ');
        const left = viewOf(MESH, { ...WHOLE_VIEW, query }).nodes.map(({ id }) => id);
        expect(
          search(MESH, query)
            .map(({ node }) => node)
            .toSorted(),
        ).toEqual(left.toSorted());
      }),
    );
  });
});
