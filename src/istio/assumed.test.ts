import { describe, expect, it } from 'vitest';
import { key, keysOf, linkMesh, writtenPath, type Mesh } from './index.ts';
import { filesOf, meshOf } from './mesh.testkit.ts';

const CONFIG = 'meshwright.config.yaml';
const assume = (...entries: readonly string[]): string =>
  `assume:\n${entries.map((entry) => `- ${entry}\n`).join('')}`;
const assumed = (mesh: Mesh): readonly string[] =>
  mesh.resources.filter((resource) => resource.assumed).map(({ id }) => id);
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: till, namespace: shop}\n';

describe('what the settings file assumes', () => {
  it.each([
    ['a Service', '{kind: Service, namespace: shop, name: till, ports: [80]}', 'Service/shop/till'],
    ['a namespace', '{kind: Namespace, name: shop}', 'Namespace//shop'],
    ['a workload of any kind', '{kind: Workload, namespace: shop, name: till}', 'Deployment/shop/till'],
    ['a workload of one kind', '{kind: StatefulSet, namespace: shop, name: till}', 'StatefulSet/shop/till'],
    ['something in no namespace', '{kind: Service, name: till}', 'Service//till'],
  ])('%s is a resource like any other', (_, entry, id) => {
    const mesh = meshOf({ [CONFIG]: assume(entry) });
    const resource = mesh.byId.get(id);
    expect(resource).toMatchObject({ assumed: true, modelled: false, stale: false });
    expect(resource?.source).toEqual({ file: CONFIG, document: 0, path: ['assume', 0] });
    for (const one of keysOf(resource!, mesh.settings)) expect(mesh.find(one)).toContain(resource);
  });

  it.each([
    ['a kind that cannot be assumed', '{kind: VirtualService, namespace: shop, name: till}'],
    ['an entry without a name', '{kind: Service, namespace: shop}'],
    ['an entry that is no map', 'Service'],
  ])('leaves out %s', (_, entry) => {
    expect(assumed(meshOf({ [CONFIG]: assume(entry, '{kind: Service, name: other}') }))).toEqual([
      'Service//other',
    ]);
  });

  it('reads ports in the short way, and protocols as Istio writes them', () => {
    const mesh = meshOf({
      [CONFIG]: assume(
        '{kind: Service, name: till, ports: [80, {port: 443, protocol: HTTPS}, {port: 53, protocol: UDP}]}',
      ),
    });
    expect(mesh.byId.get('Service//till')?.value['spec']).toEqual({
      ports: [{ port: 80 }, { port: 443, appProtocol: 'https' }, { port: 53, protocol: 'UDP' }],
    });
  });

  it.each(['Workload', 'Deployment', 'Job', 'CronJob', 'Pod'])(
    'gives the pods of a %s its labels',
    (kind) => {
      const mesh = meshOf({
        [CONFIG]: assume(`{kind: ${kind}, namespace: shop, name: till, labels: {app: till}}`),
      });
      expect(mesh.find(key.labelled('shop', 'app', 'till')).map(({ name }) => name)).toEqual(['till']);
    },
  );

  it.each([
    ['of the same namespace', 'namespace: shop, ', SERVICE],
    ['whose namespace is not written', 'namespace: default, ', SERVICE.replace(', namespace: shop', '')],
    ['with the default namespace written', '', SERVICE.replace('shop', 'default')],
  ])('gives way to a real one %s, and comes back when that goes', (_, namespace, real) => {
    const entry = assume(`{kind: Service, ${namespace}name: till, ports: [80]}`);
    const both = meshOf({ [CONFIG]: entry, 'a.yaml': real });
    expect(both.resources).toHaveLength(1);
    expect(assumed(both)).toEqual([]);
    const none = filesOf({ [CONFIG]: entry, 'a.yaml': '# empty\n' });
    const without = linkMesh(none, both.settings, both);
    expect(assumed(without)).toHaveLength(1);
    const again = linkMesh(filesOf({ [CONFIG]: entry, 'a.yaml': real }), both.settings, without);
    expect(again.find(key.kind('Service')).map((one) => one.assumed)).toEqual([undefined]);
  });

  it('is assumed once, however often it is said', () => {
    const entry = '{kind: Namespace, name: shop}';
    expect(meshOf({ [CONFIG]: assume(entry, entry) }).resources).toHaveLength(1);
  });

  it('says nothing in a file of another name', () => {
    expect(meshOf({ 'config.yaml': assume('{kind: Namespace, name: shop}') }).resources).toEqual([]);
  });
});

describe('writtenPath', () => {
  const paths = (kind: string): unknown[] =>
    [
      [],
      ['metadata', 'name'],
      ['metadata', 'labels', 'app'],
      ['spec', 'ports', 0, 'port'],
      ['spec', 'selector', 'app'],
      ['spec', 'template', 'metadata', 'labels', 'app'],
      ['spec', 'replicas'],
    ].map((path) => writtenPath({ kind, assumed: true }, path));

  it('leads from a Service to its entry', () => {
    expect(paths('Service')).toEqual([
      [],
      ['name'],
      ['labels', 'app'],
      ['ports', 0, 'port'],
      ['selector', 'app'],
      undefined,
      undefined,
    ]);
  });
  it('leads from a workload to its entry', () => {
    expect(paths('Deployment')).toEqual([
      [],
      ['name'],
      undefined,
      undefined,
      undefined,
      ['labels', 'app'],
      undefined,
    ]);
  });
  it('leaves paths of real resources as they are', () => {
    expect(writtenPath({ kind: 'Service' }, ['spec', 'replicas'])).toEqual(['spec', 'replicas']);
  });
});
