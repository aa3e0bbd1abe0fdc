import { describe, expect, it } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { tellGateways, tellHosts } from './files-tell.ts';

const head = (kind: string, version = 'networking.istio.io/v1') =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: a, namespace: shop}\n`;

describe('what the files tell', () => {
  it.each([
    ['nothing', {}, false, false],
    ['a Service', { 'a.yaml': head('Service', 'v1') }, true, true],
    ['an assumed Service', { 'meshwright.config.yaml': 'assume: [{kind: Service, name: a}]' }, true, true],
    [
      'a ServiceEntry by a name of the cluster',
      { 'a.yaml': `${head('ServiceEntry')}spec: {hosts: [a.shop.svc.cluster.local]}\n` },
      true,
      true,
    ],
    ['a host outside', { 'a.yaml': `${head('ServiceEntry')}spec: {hosts: [a.example]}\n` }, false, false],
    ['a Gateway', { 'a.yaml': head('Gateway') }, false, true],
    ['a namespace', { 'a.yaml': head('Namespace', 'v1') }, false, false],
  ])('%s: hosts %s', (_, files, hosts, gateways) => {
    const mesh = meshOf(files);
    expect([tellHosts(mesh), tellGateways(mesh)]).toEqual([hosts, gateways]);
  });
});
