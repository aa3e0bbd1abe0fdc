import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../index.ts';
import { folderWith, meshwright } from './cli.testkit.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  resolution: DNS
  ports:
  - { number: 80, name: http, protocol: HTTP }
  - { number: 5432, name: db, protocol: TCP }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  http:
  - match: [{ headers: { x-beta: { exact: "1" } } }]
    directResponse: { status: 299 }
  - match: [{ sourceLabels: { app: web } }]
    rewrite: { uri: /web }
    route: [{ destination: { host: api.example } }]
  - match: [{ method: { exact: POST } }]
    directResponse: { status: 201 }
`;
const folder = await folderWith({ 'mesh.yaml': MESH });
const file = folder.at('mesh.yaml');
const outcome = async (...args: readonly string[]) => {
  const { out, code, error } = await meshwright(['route', file, ...args, '--format', 'json']);
  expect(error).toBe('');
  expect(code).toBe(0);
  return (JSON.parse(out) as { outcome: Record<string, unknown> }).outcome;
};
const URL = ['--url', 'http://api.example/x'];

describe('meshwright route', () => {
  it('prints each step with its line, and how it ends', async () => {
    const { code, out } = await meshwright(['route', file, ...URL, '--from', 'shop/app=web']);
    expect(code).toBe(0);
    expect(out).toContain('GET http://api.example/x, from shop (app=web)\n');
    expect(out).toMatch(/· rule +Rule 1 of shop\/api does not match: .*mesh\.yaml:17\n/);
    expect(out).toMatch(/→ rule +Rule 2 of shop\/api matches\. .*mesh\.yaml:19\n/);
    expect(out).toContain('\nForwarded to api.example as GET http://api.example/webx.\n');
    expect(out).toMatch(/ {2}Path +\/webx\n/);
  });

  it.each([
    ['api.example/x', { kind: 'not-found' }],
    ['tcp://api.example:5432', { kind: 'tcp' }],
    ['grpc://api.example/p.S/M', { kind: 'direct', status: 201 }],
    ['http://api.example/x', { kind: 'not-found' }],
  ])('takes %s as people write it', async (url, expected) => {
    expect(await outcome('--url', url)).toMatchObject(expected);
  });

  it('gives as JSON what the library gives', async () => {
    const { out } = await meshwright(['route', file, ...URL, '--format', 'json']);
    const library = openWorkspace([{ path: file, text: MESH }]).route({
      caller: { kind: 'sidecar', namespace: 'default' },
      url: 'http://api.example/x',
    });
    const { outcome, steps } = JSON.parse(out) as {
      outcome: unknown;
      steps: { file?: string; line?: number }[];
    };
    expect(outcome).toEqual(JSON.parse(JSON.stringify(library.outcome)));
    expect(steps.map(({ file: _file, line: _line, ...step }) => step)).toEqual(library.steps);
    expect(steps.some((step) => step.file === file && step.line === 17)).toBe(true);
  });

  it.each<readonly [string, readonly string[], object]>([
    ['a method', ['-X', 'POST'], { kind: 'direct', status: 201 }],
    ['headers', ['--header', 'X-Beta: 1'], { kind: 'direct', status: 299 }],
    ['headers of one name, together', ['-H', 'x-beta: 1', '-H', 'X-BETA: 2'], { kind: 'not-found' }],
    ['gRPC, which posts', ['--protocol', 'grpc'], { kind: 'direct', status: 201 }],
    ['TLS on a port for HTTP', ['--protocol', 'tls'], { kind: 'passthrough', layer: 'tcp' }],
    ['a gateway that is not there', ['--gateway', 'edge/istio=edge'], { kind: 'closed' }],
  ])('takes %s', async (_, args, expected) => {
    expect(await outcome(...URL, ...args)).toMatchObject(expected);
  });

  it('takes TCP, an address, a name for TLS and DNS at the sidecar', async () => {
    expect(await outcome('--url', 'tcp://db.example:5432', '--protocol', 'tcp')).toMatchObject({
      kind: 'tcp',
    });
    expect(await outcome('--url', 'https://api.example/', '--sni', 'x.example')).toMatchObject({
      kind: 'passthrough',
    });
    expect(
      await outcome('--url', 'http://api.example:5432/', '--protocol', 'tcp', '--dns-capture'),
    ).toMatchObject({ kind: 'tcp', listener: '240.240.0.1_5432' });
    expect(
      await outcome(
        '--url',
        'http://api.example:5432/',
        '--protocol',
        'tcp',
        '--dns-capture',
        '--address',
        '10.0.0.1',
      ),
    ).toMatchObject({ kind: 'passthrough' });
  });

  it('goes on through a gateway of the mesh', async () => {
    const egress = await folderWith({
      'mesh.yaml': `${MESH.replace('- match: [{ sourceLabels: { app: web } }]', '- match: [{ gateways: [eg] }]').replace('hosts: [api.example]\n  http', 'hosts: [api.example]\n  gateways: [mesh, eg]\n  http')}
  - route: [{ destination: { host: out.shop.svc.cluster.local, port: { number: 80 } } }]
---
apiVersion: v1
kind: Service
metadata: { name: out, namespace: shop }
spec: { selector: { istio: out }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: eg, namespace: shop }
spec: { selector: { istio: out }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [api.example] }] }
`,
    });
    const args = ['route', egress.at('mesh.yaml'), ...URL, '--from', 'shop'];
    const text = (await meshwright(args)).out;
    expect(text).toContain('Then GET http://api.example/x, at a gateway of shop (istio=out)');
    const { outcome, onward } = JSON.parse((await meshwright([...args, '--format', 'json'])).out) as {
      outcome: object;
      onward: object[];
    };
    expect(outcome).toMatchObject({ destinations: [{ host: 'out.shop.svc.cluster.local' }] });
    expect(onward).toMatchObject([{ outcome: { kind: 'forward', upstream: { path: '/webx' } } }]);
  });

  it('works against a MeshConfig', async () => {
    const config = await folderWith({
      'mesh-config.yaml': 'outboundTrafficPolicy: { mode: REGISTRY_ONLY }\n',
    });
    expect(
      await outcome('--url', 'http://other.example/', '--mesh-config', config.at('mesh-config.yaml')),
    ).toMatchObject({ kind: 'blackhole', status: 502 });
  });

  it('answers many requests line by line', async () => {
    const requests = [
      { caller: { kind: 'sidecar', namespace: 'shop', labels: { app: 'web' } }, url: 'http://api.example/1' },
      { protocol: 'http', tls: 'plaintext', host: 'api.example', port: 80, method: 'POST' },
    ];
    const stdin = requests.map((request) => `${JSON.stringify(request)}\n`).join('\n');
    const { code, out } = await meshwright(['route', file, '--requests', '-', '--from', 'far'], stdin);
    expect(code).toBe(0);
    const kinds = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: { kind: string } }).outcome.kind);
    expect(kinds).toEqual(['forward', 'direct']);
  });

  it('answers what cannot be sent in its place, and says so by the exit code', async () => {
    const stdin = '{"url":"nowhere"}\n{"url":"http://api.example/"}\n';
    const { code, out } = await meshwright(['route', file, '--requests', '-'], stdin);
    expect(code).toBe(2);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines[0]).toEqual({ error: expect.stringContaining('"nowhere" is no URL') as string });
    expect(lines[1]).toMatchObject({ outcome: { kind: 'not-found' } });
  });

  it.each([
    [[], 'Say where the request goes'],
    [['--url', 'ftp://nowhere'], '"ftp://nowhere" is no URL'],
    [[...URL, '--protocol', 'smtp'], '--protocol can be http or h2'],
    [[...URL, '--header', 'x'], "--header takes 'Name: value'"],
    [[...URL, '--from', 'a', '--gateway', 'b'], 'not both'],
    [[...URL, '--from', '/app=web'], '--from takes NAMESPACE'],
    [[...URL, '--from', 'a/web'], '"web" is no label'],
    [[...URL, '--requests', 'x.jsonl'], 'not both'],
    [[...URL, '--format', 'xml'], '--format can be'],
    [['--requests', '/nowhere.jsonl'], 'there is no such file'],
  ])('refuses %j with a sentence', async (args, why) => {
    const { code, out, error } = await meshwright(['route', file, ...args]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(why);
  });

  it('names the line of a request that is none', async () => {
    const { error } = await meshwright(['route', file, '--requests', '-'], '{"url":"http://a/"}\nno\n');
    expect(error).toContain('-:2: each line is one request');
  });
});
