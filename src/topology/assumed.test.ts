import { describe, expect, it } from 'vitest';
import { document, edgeLines, topologyFrom } from './topology.testkit.ts';

const ROUTE = document(
  'VirtualService',
  'front',
  'hosts: [front.example], http: [{route: [{destination: {host: stock}}, {destination: {host: till}}]}]',
);
const assuming = (entries: string) =>
  topologyFrom({ 'a.yaml': ROUTE, 'meshwright.config.yaml': `assume: [${entries}]\n` });
const find = (topology: ReturnType<typeof assuming>, id: string) =>
  topology.nodes.find((node) => node.id === id);

describe('what is assumed', () => {
  const topology = assuming(
    '{kind: Service, namespace: shop, name: stock, ports: [80], selector: {app: stock}}, {kind: Workload, namespace: shop, name: stock-v1, labels: {app: stock}}',
  );

  it('is drawn like what the files hold, and marked', () => {
    expect(find(topology, 'Service/shop/stock')).toMatchObject({ kind: 'Service', assumed: true });
    expect(find(topology, 'Deployment/shop/stock-v1')).toMatchObject({ kind: 'Workload', assumed: true });
    expect(edgeLines(topology)).toContain('VirtualService/front#http.0 > Service/stock#port.80 route');
    expect(edgeLines(topology)).toContain('Service/stock#port.80 > Deployment/stock-v1 selects');
  });

  it('tells which hosts there are: what else is missing is a mistake, as the checks hold it', () => {
    expect(find(topology, 'Host/till.shop.svc.cluster.local')).toMatchObject({ missing: 'missing' });
  });
});
