import { asNumber, asText, asTexts, isWildcard, key, member, type Resource } from '../../istio/index.ts';
import { portsOf, protocolClass, type Port } from '../../routing/index.ts';
import type { YamlMap, YamlValue } from '../../yaml/index.ts';
import { gatewayNameFor } from '../connect-gateway.ts';
import {
  definersOf,
  freshHost,
  hostsAround,
  knownHosts,
  serverAt,
  writtenHost,
  type AskedHost,
} from './around.ts';
import { serviceToAssume } from '../assumption-for.ts';
import type { Operation } from '../types.ts';
import type { Made, Template, TemplateContext } from './context.ts';
import { nameFor, stemOf } from './names.ts';
import { objectOf } from './object.ts';
import { externalEntry } from './service-entry.ts';

/** Rules for the host that is selected; for a Gateway, what it lets in. */
export const virtualService: Template = (context) => {
  if (context.near?.type === 'Gateway') return behindGateway(context, context.near);
  // A second VirtualService for a host in the mesh would be ignored, and so would this one's own hosts be.
  const around = context.near?.type === 'VirtualService' ? [] : hostsAround(context);
  const target = around[0] ?? { host: firstUnclaimed(context) };
  return forHost(context, target);
};

const isClaimed = ({ mesh }: TemplateContext, host: string): boolean =>
  mesh.find(key.host('VirtualService', host)).length > 0;

function firstUnclaimed(context: TemplateContext): string {
  const known = knownHosts(context.mesh, context.namespace);
  return known.find((host) => !isClaimed(context, host)) ?? known[0] ?? freshHost(context.mesh);
}

function forHost(context: TemplateContext, target: AskedHost): Made {
  const { mesh, namespace } = context;
  const { host } = target;
  // A wildcard is no destination: requests for it go to a host under it.
  const single = isWildcard(host) ? host.replace(/^\*\.?/, 'www.') : host;
  const name = isClaimed(context, host) ? freshHost(mesh, stemOf(host)) : writtenHost(mesh, host, namespace);
  const ports = definersOf(mesh, host, namespace).flatMap(portsOf);
  return {
    about: host,
    spec: () => ({ hosts: [name], ...rules(context, name, { ...target, host: single }, ports) }),
    connect: ({ file }) => (context.host === host ? define(context, host, file) : []),
  };
}

/** A host that no file defines has to be there before it can be routed to: assumed, if it is a Service's. */
function define({ mesh, namespace }: TemplateContext, host: string, file: string): readonly Operation[] {
  const service = serviceToAssume(mesh, host, [80]);
  if (service) return [service];
  const name = nameFor(mesh, 'ServiceEntry', namespace, host);
  return [
    { kind: 'add-resource', file, value: objectOf('ServiceEntry', namespace, name, externalEntry(host)) },
  ];
}

/** Rules in the section that the port of the target is governed by: TLS is passed on by its server name, TCP by its port. */
function rules(context: TemplateContext, name: string, target: AskedHost, ports: readonly Port[]): YamlMap {
  const port =
    ports.find(({ number }) => number === target.port) ??
    ports.find((each) => each.class === 'http' || each.class === 'auto') ??
    ports[0];
  const destination: YamlMap = {
    host: writtenHost(context.mesh, target.host, context.namespace),
    ...(target.subset === undefined ? {} : { subset: target.subset }),
    ...(port && ports.length > 1 ? { port: { number: port.number } } : {}),
  };
  const route = [{ destination }];
  if (port?.class === 'tls') return { tls: [{ match: [{ port: port.number, sniHosts: [name] }], route }] };
  if (port?.class === 'tcp') return { tcp: [{ match: [{ port: port.number }], route }] };
  return { http: [{ route }] };
}

function behindGateway(context: TemplateContext, gateway: Resource): Made {
  const { mesh, path } = context;
  const server = serverAt(gateway, path);
  const [admitted, host] = split(asTexts(member(server, 'hosts'))[0] ?? '*');
  const anywhere = admitted === undefined || admitted === '*';
  const namespace = anywhere ? context.namespace : admitted === '.' ? gateway.namespace : admitted;
  const target = knownHosts(mesh, namespace).find((one) => !GATEWAY_SERVICE.test(one)) ?? freshHost(mesh);
  const gateways = [gatewayNameFor(gateway, { namespace }, mesh.settings)];
  return {
    about: host === '*' ? target : host,
    namespace,
    spec: () => ({ hosts: [host], gateways, ...entry({ ...context, namespace }, host, server, target) }),
  };
}

/** Requests are not sent on to the gateways that they come in by. */
const GATEWAY_SERVICE = /^istio-[a-z]*gateway\./;

const split = (written: string): [string | undefined, string] => {
  const slash = written.indexOf('/');
  return slash < 0 ? [undefined, written] : [written.slice(0, slash), written.slice(slash + 1)];
};

/** What comes in at a server: TLS that it passes on has to be told by server name, TCP by the server's port. */
function entry(
  context: TemplateContext,
  host: string,
  server: YamlValue | undefined,
  target: string,
): YamlMap {
  const port = asNumber(member(member(server, 'port'), 'number'));
  const mode = asText(member(member(server, 'tls'), 'mode'));
  const protocol = protocolClass(asText(member(member(server, 'port'), 'protocol')) ?? '');
  const passedOn = protocol === 'tls' && mode === 'PASSTHROUGH';
  const ports = definersOf(context.mesh, target, context.namespace).flatMap(portsOf);
  const first = ports.length > 1 ? ports[0]?.number : undefined;
  const destination: YamlMap = {
    host: writtenHost(context.mesh, target, context.namespace),
    ...(first === undefined ? {} : { port: { number: first } }),
  };
  const route = [{ destination }];
  if (passedOn && port !== undefined) return { tls: [{ match: [{ port, sniHosts: [host] }], route }] };
  if (protocol === 'tcp' && port !== undefined) return { tcp: [{ match: [{ port }], route }] };
  return { http: [{ route }] };
}
