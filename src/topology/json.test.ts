import { expect, test } from 'vitest';
import { topologyJson } from './json.ts';
import { document, topologyFrom } from './topology.testkit.ts';

test('the JSON has the fields that others rely on, and no more', () => {
  const json = topologyJson(
    topologyFrom(
      document(
        'ServiceEntry',
        'one',
        'hosts: [one.example], ports: [{number: 443, protocol: TLS}], resolution: DNS',
      ),
    ),
  );
  expect(json.nodes[1]).toEqual({
    id: 'ServiceEntry/shop/one',
    kind: 'ServiceEntry',
    lane: 'host',
    label: 'one',
    resource: 'ServiceEntry/shop/one',
    rows: [{ id: 'port.443', label: '443 TLS' }],
  });
  expect(json.edges[1]).toEqual({
    id: 'ServiceEntry/shop/one#port.443>ExternalHost/one.example',
    source: 'ServiceEntry/shop/one',
    sourceRow: 'port.443',
    target: 'ExternalHost/one.example',
    targetRow: null,
    kind: 'resolves',
    weight: null,
    percent: null,
    tls: null,
    dangling: false,
  });
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});
