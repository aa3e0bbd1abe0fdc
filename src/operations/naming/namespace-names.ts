import {
  asList,
  asText,
  hostMention,
  member,
  namespaceOf,
  namingFields,
  serviceNamespace,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';

/** A place that names a namespace, alone or inside of something longer, and what it says when that has its new name. */
export interface NamespaceNaming {
  readonly path: Path;
  readonly value: string;
}

/** What is given another name, and what is asked about it. */
interface Reading {
  readonly view: MeshView;
  readonly from: string;
  readonly to: string;
}

/** An identity in mutual TLS: `cluster.local/ns/shop/sa/web`, also with `spiffe://` in front. */
const IDENTITY = /(^|\/)ns\/([^/]+)(?=\/|$)/;

/** The label that every namespace has with its own name. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Attributes of requests whose values name a namespace, in the conditions of an AuthorizationPolicy. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['source.namespace', 'source.serviceAccount']);

/** Every place of a resource that names a namespace: its own, hosts in full, gateways, identities, `exportTo` and the like. */
export function* namespaceNamings(
  view: MeshView,
  resource: Resource,
  from: string,
  to: string,
): Iterable<NamespaceNaming> {
  const reading: Reading = { view, from, to };
  const known = new Set<string>();
  const tell = (path: Path, value: string): NamespaceNaming => {
    known.add(JSON.stringify(path));
    return { path, value };
  };
  if (resource.type === 'Namespace') {
    if (resource.name === from) yield tell(['metadata', 'name'], to);
  } else
    for (const naming of namingFields(resource)) {
      const { field, path, text } = naming;
      const said =
        field.reference === 'namespace'
          ? whole(reading, text)
          : field.reference === 'gateway'
            ? gatewayOf(reading, text)
            : field.reference === 'secret' || field.reference === 'service-account'
              ? prefixed(reading, text)
              : hostOf(reading, text, hostMention(view, resource, naming)?.host, field.format);
      if (said !== undefined && said !== text) yield tell(path, said);
    }
  for (const [path, text] of texts(resource.value, [])) {
    if (known.has(JSON.stringify(path)) || path[0] === 'status') continue;
    const said = anywhere(reading, resource, path, text);
    if (said !== undefined && said !== text) yield { path, value: said };
  }
}

const whole = ({ from, to }: Reading, text: string): string | undefined => (text === from ? to : undefined);

/** `shop/front`, or with a scheme `kubernetes-gateway://shop/front`. */
function prefixed({ from, to }: Reading, text: string): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z-]+:\/\/)?(.*)$/s.exec(text) ?? [];
  return rest.startsWith(`${from}/`) ? scheme + to + rest.slice(from.length) : undefined;
}

/** `shop/front`, or the old `front.shop.svc.cluster.local`. */
const gatewayOf = (reading: Reading, text: string): string | undefined =>
  prefixed(reading, text) ?? inHost(reading, text);

/** A host with the namespace in it, and in a Gateway and a Sidecar one in front. */
function hostOf(
  reading: Reading,
  text: string,
  host: string | undefined,
  format: string | undefined,
): string | undefined {
  const at = format === 'namespaced-host' ? text.indexOf('/') + 1 : 0;
  const [before, name] = [text.slice(0, at), text.slice(at)];
  const scope = before === `${reading.from}/` ? `${reading.to}/` : before;
  const { clusterDomain } = reading.view.settings;
  const isOfService = host !== undefined && serviceNamespace(host, clusterDomain) === reading.from;
  // A short name is completed with the namespace of who writes it, which is renamed as well.
  const said = name.includes('.') && isOfService ? secondLabel(name, reading.to) : inHost(reading, name);
  return scope + (said ?? name);
}

const secondLabel = (host: string, to: string): string => {
  const [name = '', , ...rest] = host.split('.');
  return [name, to, ...rest].join('.');
};

/** `anything.shop.svc…`, also with a star in front. */
function inHost({ view, from, to }: Reading, host: string): string | undefined {
  const end = `.svc.${view.settings.clusterDomain}`;
  for (const tail of [`.${from}${end}`, `.${from}.svc`])
    if (host.endsWith(tail)) return host.slice(0, -tail.length) + tail.replace(`.${from}.`, `.${to}.`);
  return undefined;
}

/** What no field is known for: identities everywhere; in other kinds also keys that say `namespace`, and hosts in addresses. */
function anywhere(reading: Reading, resource: Resource, path: Path, text: string): string | undefined {
  const { from, to, view } = reading;
  const identity = IDENTITY.exec(text);
  if (identity?.[2] === from) {
    const at = identity.index + (identity[1] ?? '').length + 'ns/'.length;
    return text.slice(0, at) + to + text.slice(at + from.length);
  }
  const key = path.at(-1);
  if (key === NAME_LABEL) return whole(reading, text);
  if (path[3] === 'when' && (path[5] === 'values' || path[5] === 'notValues')) {
    const attribute = asText(member(conditionAt(resource.value, path), 'key')) ?? '';
    return ATTRIBUTES.has(attribute) ? (whole(reading, text) ?? prefixed(reading, text)) : undefined;
  }
  if (resource.modelled || text.includes('\n')) return undefined;
  if (key === 'namespace') return whole(reading, text);
  const domain = view.settings.clusterDomain.replaceAll('.', String.raw`\.`);
  const inAddress = new RegExp(
    String.raw`(^|[^\w.-])([a-z0-9-]+)\.${from}\.svc(?=\.${domain}(?![\w.-])|(?![\w.-]))`,
    'g',
  );
  return text.replaceAll(inAddress, `$1$2.${to}.svc`);
}

const conditionAt = (value: YamlValue, path: Path): YamlValue | undefined =>
  asList(member(asList(member(member(value, 'spec'), 'rules'))[Number(path[2])], 'when'))[Number(path[4])];

function* texts(value: YamlValue | undefined, path: Path): Iterable<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) yield* texts(child, [...path, key]);
}

/** Whether a resource stands in a namespace by what it says itself. */
export const isIn = (resource: Resource, namespace: string, view: MeshView): boolean =>
  resource.type === 'Namespace'
    ? resource.name === namespace
    : namespaceOf(resource, view.settings) === namespace;
