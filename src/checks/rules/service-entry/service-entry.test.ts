import { expect, it } from 'vitest';
import { check, resource } from '../../check.testkit.ts';
import { judged, type Case } from '../../rules.testkit.ts';

const entry = (name: string, lines: string, ...problems: string[]): Case => [name, lines, ...problems];
const https = 'ports: [{ number: 443, name: https, protocol: TLS }]';
const dns = `hosts: [api.example]\nresolution: DNS\n${https}`;

judged('hosts and addresses', 'ServiceEntry', [
  entry('everything', 'hosts: ["*"]', 'MW0321 hosts[0]'),
  entry('a part of a label', 'hosts: ["*-eu.example"]', 'MW0323 hosts[0]'),
  entry('a wildcard', 'hosts: ["*.example"]'),
  entry('an address that is none', 'hosts: [api.example]\naddresses: ["10.1.2.3:80"]', 'MW0327 addresses[0]'),
  entry('a range for DNS', `${dns}\naddresses: [10.1.0.0/16]`, 'MW0601 addresses[0]'),
  entry('a range', 'hosts: [api.example]\naddresses: [10.1.0.0/16]'),
  entry('shown to nobody', 'hosts: [api.example]\nexportTo: ["~"]'),
  entry(
    'a selector without labels',
    'hosts: [api.example]\nresolution: STATIC\nworkloadSelector: {}',
    'MW0314 workloadSelector',
  ),
]);

judged('ports', 'ServiceEntry', [
  entry(
    'a name that cannot be',
    'hosts: [api.example]\nports: [{ number: 80, name: my_port, protocol: HTTP }]',
    'MW0324 ports[0].name',
  ),
  entry(
    'a protocol that is none',
    'hosts: [api.example]\nports: [{ number: 80, name: http, protocol: HTPP }]',
    'MW0325 ports[0].protocol',
  ),
  entry(
    'one number twice',
    'hosts: [api.example]\nports: [{ number: 80, name: a, protocol: HTTP }, { number: 80, name: b, protocol: HTTP }]',
    'MW0602 ports[1].number',
  ),
  entry(
    'TCP at no address',
    'hosts: [api.example]\nports: [{ number: 80, name: a, protocol: TCP }]',
    'MW0603 ports[0]',
  ),
  entry(
    'TCP at an address that Istio makes up',
    'hosts: [api.example]\nresolution: DNS\nports: [{ number: 80, name: a, protocol: TCP }]',
  ),
]);

judged('endpoints', 'ServiceEntry', [
  entry(
    'some that are not used',
    `hosts: [api.example]\n${https}\nendpoints: [{ address: 10.1.2.3 }]`,
    'MW0604 endpoints',
  ),
  entry(
    'a selector that is not used',
    `hosts: [api.example]\n${https}\nworkloadSelector: { labels: { app: a } }`,
    'MW0605 workloadSelector',
  ),
  entry(
    'two for one',
    `${dns.replace('DNS', 'DNS_ROUND_ROBIN')}\nendpoints: [{ address: a.example }, { address: b.example }]`,
    'MW0606 endpoints',
  ),
  entry(
    'a name for STATIC',
    `${dns.replace('DNS', 'STATIC')}\nendpoints: [{ address: a.example }]`,
    'MW0607 endpoints[0].address',
  ),
  entry('an address for STATIC', `${dns.replace('DNS', 'STATIC')}\nendpoints: [{ address: 10.1.2.3 }]`),
  entry(
    'a socket for DNS',
    `${dns}\nendpoints: [{ address: "unix:///run/a" }]`,
    'MW0607 endpoints[0].address',
  ),
  entry(
    'a socket of two ports',
    `hosts: [api.example]\nresolution: STATIC\nports: [{ number: 80, name: a, protocol: HTTP }, { number: 81, name: b, protocol: HTTP }]\nendpoints: [{ address: "unix:///run/a" }]`,
    'MW0608 endpoints[0].address',
  ),
  entry('a socket', `${dns.replace('DNS', 'STATIC')}\nendpoints: [{ address: "unix:///run/a" }]`),
  entry(
    'a port of another name',
    `${dns}\nendpoints: [{ address: a.example, ports: { http: 8443 } }]`,
    'MW0609 endpoints[0].ports.http',
  ),
  entry('a port of the service', `${dns}\nendpoints: [{ address: a.example, ports: { https: 8443 } }]`),
]);

judged('resolutions', 'ServiceEntry', [
  entry('a wildcard for DNS', `hosts: ["*.example"]\nresolution: DNS\n${https}`, 'MW0610 hosts[0]'),
  entry(
    'a wildcard for DNS with an endpoint',
    `hosts: ["*.example"]\nresolution: DNS\n${https}\nendpoints: [{ address: a.example }]`,
  ),
  entry(
    'one name for each request',
    `hosts: [api.example]\nresolution: DYNAMIC_DNS\n${https}`,
    'MW0611 hosts[0]',
  ),
  entry('wildcards for each request', `hosts: ["*.example"]\nresolution: DYNAMIC_DNS\n${https}`),
  entry(
    'addresses beside it',
    `hosts: ["*.example"]\nresolution: DYNAMIC_DNS\n${https}\naddresses: [10.1.2.3]`,
    'MW0612 addresses',
  ),
  entry(
    'a protocol without names',
    'hosts: ["*.example"]\nresolution: DYNAMIC_DNS\nports: [{ number: 443, name: https, protocol: HTTPS }]',
    'MW0613 ports[0].protocol',
  ),
  entry(
    'hosts that nothing tells apart',
    'hosts: [a.example, b.example]\nresolution: DNS\nports: [{ number: 5432, name: db, protocol: TCP }]',
    'MW0615 ports[0]',
  ),
  entry(
    'hosts that share addresses',
    `hosts: [a.example, b.example]\nresolution: DNS\naddresses: [10.1.2.3]\n${https}`,
    'MW0616 ports[0]',
  ),
  entry('hosts that TLS tells apart', `hosts: [a.example, b.example]\nresolution: DNS\n${https}`),
]);

it('has no waypoint where each name is looked up', () => {
  const text = resource(
    'ServiceEntry',
    `hosts: ["*.example"]\nlocation: MESH_INTERNAL\nresolution: DYNAMIC_DNS\n${https}`,
  );
  const labelled = text.replace(
    '  namespace: shop',
    '  namespace: shop\n  labels: { istio.io/use-waypoint: way }',
  );
  expect(check(text)).toEqual([]);
  expect(check(labelled)).toMatchObject([{ code: 'MW0614', severity: 'error' }]);
});
