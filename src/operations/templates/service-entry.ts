import {
  asList,
  asNumber,
  isWildcard,
  key,
  member,
  valueAt,
  type Mesh,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { rulesOf, type RouteRule } from '../../routing/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Operation } from '../types.ts';
import {
  definersOf,
  freshHost,
  hostsAround,
  isServiceHost,
  workloadsAround,
  type AskedHost,
} from './around.ts';
import type { Made, Template, TemplateContext } from './context.ts';
import { stemOf } from './names.ts';

const PICKED = new Set(['WorkloadEntry', 'WorkloadGroup']);

/** Defines the host that is sent to and that nobody defines; else a new one, which the selected rule then also sends to. */
export const serviceEntry: Template = (context) => {
  const { mesh, near } = context;
  if (near && (PICKED.has(near.type) || isWorkloadWithLabels(context))) return forWorkloads(context, near);
  const missing = hostsAround(context).find((asked) => isMissing(context, asked));
  if (missing) return external(missing.host, portFor(sectionFor(near, context), missing.port));
  const host = freshHost(mesh);
  const rule = near?.type === 'VirtualService' ? ruleAt(near, context) : undefined;
  const port = portFor(rule?.section, rule && matchedPort(rule));
  const made = external(host, port);
  return near && rule ? { ...made, connect: () => [sendTo(near.id, rule, host)] } : made;
};

/** An entry for a Service of the mesh would hide the Service that the files only lack. */
function isMissing({ mesh, namespace, near }: TemplateContext, { host }: AskedHost): boolean {
  if (near?.type === 'Gateway' || isServiceHost(mesh, host)) return false;
  return definersOf(mesh, host, namespace).length === 0 && !definedAnywhere(mesh, host);
}

const definedAnywhere = (mesh: Mesh, host: string): boolean =>
  mesh.find(key.host('ServiceEntry', host)).length > 0;

const external = (host: string, port: YamlMap): Made => ({
  about: host,
  spec: () => externalEntry(host, port),
});

/** A host outside of the mesh. */
export const externalEntry = (host: string, port: YamlMap = portFor('http', undefined)): YamlMap => ({
  hosts: [host],
  ports: [port],
  location: 'MESH_EXTERNAL',
  // A wildcard has no one address that DNS could give.
  resolution: isWildcard(host) ? 'NONE' : 'DNS',
});

const isWorkloadWithLabels = ({ near }: TemplateContext): boolean =>
  near !== undefined && near.type !== 'Service' && !near.modelled;

/** A host of the mesh whose endpoints are the selected workloads. */
function forWorkloads(context: TemplateContext, near: Resource): Made {
  const found = workloadsAround(context);
  const host = freshHost(context.mesh, stemOf(near.name));
  return {
    about: near.name,
    namespace: found?.namespace,
    spec: (name) => ({
      hosts: [host],
      ports: [portFor('http', undefined)],
      location: 'MESH_INTERNAL',
      resolution: 'STATIC',
      workloadSelector: { labels: { ...(found?.labels ?? { app: name }) } },
    }),
  };
}

/** The selected rule; else the only one, or the last, which is what becomes of all other requests. */
function ruleAt(virtualService: Resource, { path }: TemplateContext): RouteRule | undefined {
  const rules = rulesOf(virtualService);
  const selected = rules.find(({ section, index }) => path[1] === section && path[2] === index);
  return selected ?? rules.filter(({ section }) => section === rules[0]?.section).at(-1);
}

const sectionFor = (
  near: Resource | undefined,
  context: TemplateContext,
): RouteRule['section'] | undefined =>
  near?.type === 'VirtualService' ? ruleAt(near, context)?.section : undefined;

const matchedPort = ({ value }: RouteRule): number | undefined =>
  asNumber(valueAt(asList(member(value, 'match'))[0], ['port']));

/** A port on which rules of this section can govern calls. */
function portFor(section: RouteRule['section'] | undefined, number: number | undefined): YamlMap {
  if (section === 'tcp') return { number: number ?? 9000, name: 'tcp', protocol: 'TCP' };
  if (section === 'tls') return { number: number ?? 443, name: 'tls', protocol: 'TLS' };
  const http = section === 'http' ? number !== 443 : number !== undefined && number !== 443;
  return http
    ? { number: number ?? 80, name: 'http', protocol: 'HTTP' }
    : { number: 443, name: 'https', protocol: 'HTTPS' };
}

const sendTo = (resource: ResourceId, { path }: RouteRule, host: string): Operation => ({
  kind: 'connect-destination',
  resource,
  rule: path,
  host,
});
