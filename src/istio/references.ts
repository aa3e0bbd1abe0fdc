import type { Path, YamlValue } from '../yaml/index.ts';
import { resolveGateway } from './gateway-names.ts';
import { resolveHost } from './hosts.ts';
import { asLabels, asMap, asNumber, asText, member } from './read.ts';
import { REFERENCE_PLACES, type ReferencePlace } from './reference-places.ts';
import type { Labels } from './selectors.ts';
import { namespaceOf, type MeshSettings } from './settings.ts';
import { targetOf } from './targets.ts';
import type { Resource } from './types.ts';

/**
 * One resource naming another, or what another defines. `path` is where it says so, from the resource's root.
 * Hosts are resolved, gateways are `namespace/name` or `mesh`, namespaces are effective ones.
 */
export type Reference = { readonly path: Path } & (
  | { /** A host it sends to, or makes rules for. */ readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'subset'; readonly host: string; readonly subset: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }
  | { readonly kind: 'gateway'; readonly gateway: string }
  | { readonly kind: 'delegate'; readonly namespace: string; readonly name: string }
  | {
      /** Workloads picked by labels; in any namespace where `namespace` is null. `host`: only those behind this host. */
      readonly kind: 'labels';
      readonly labels: Labels;
      readonly namespace: string | null;
      readonly host?: string;
    }
  | {
      /** A Secret, or `configmap://…`; its namespace is that of the proxy that uses it. */ readonly kind: 'credential';
      readonly name: string;
    }
  | {
      /** `namespace/host` of a Sidecar's egress; `.` is its own. */ readonly kind: 'scope';
      readonly namespace: string;
      readonly host: string;
    }
  | {
      /** What a policy is attached to by its name, which stands at `path`. */ readonly kind: 'target';
      readonly type: string;
      readonly namespace: string;
      readonly name: string;
    }
);

interface Reader {
  readonly resource: Resource;
  readonly namespace: string;
  readonly settings: MeshSettings;
}

/** Every place that a pattern of keys and `*` (any list item or map member) names in a value. */
function* matches(
  value: YamlValue | undefined,
  pattern: readonly string[],
  path: Path = [],
): Generator<[Path, YamlValue]> {
  const [step, ...rest] = pattern;
  if (value === undefined) return;
  if (step === undefined) yield [path, value];
  else if (step !== '*') yield* matches(member(value, step), rest, [...path, step]);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* matches(item, rest, [...path, index]);
  }
}

function destination(value: YamlValue, path: Path, { namespace, settings }: Reader): Reference[] {
  const written = asText(member(value, 'host'));
  if (!written) return [];
  const host = resolveHost(written, namespace, settings.clusterDomain);
  const subset = asText(member(value, 'subset'));
  const port = asNumber(member(member(value, 'port'), 'number'));
  return [
    { kind: 'host', path: [...path, 'host'], host },
    ...(subset ? [{ kind: 'subset', path: [...path, 'subset'], host, subset } as const] : []),
    ...(port === undefined ? [] : [{ kind: 'port', path: [...path, 'port', 'number'], host, port } as const]),
  ];
}

function scope(value: YamlValue, path: Path, { namespace }: Reader): Reference[] {
  const written = asText(value) ?? '';
  const slash = written.indexOf('/');
  if (slash < 0) return [];
  const named = written.slice(0, slash);
  return [
    { kind: 'scope', path, namespace: named === '.' ? namespace : named, host: written.slice(slash + 1) },
  ];
}

function read(place: ReferencePlace, value: YamlValue, path: Path, reader: Reader): Reference[] {
  const { namespace, settings, resource } = reader;
  const text = asText(value);
  switch (place.reads) {
    case 'destination':
      return destination(value, path, reader);
    case 'host':
      return text ? [{ kind: 'host', path, host: resolveHost(text, namespace, settings.clusterDomain) }] : [];
    case 'fullHost':
      return text ? [{ kind: 'host', path, host: text }] : [];
    case 'gateway':
      return text ? [{ kind: 'gateway', path, gateway: resolveGateway(text, namespace) }] : [];
    case 'delegate': {
      const name = asText(member(value, 'name'));
      const inNamespace = asText(member(value, 'namespace')) || namespace;
      return name ? [{ kind: 'delegate', path, name, namespace: inNamespace }] : [];
    }
    case 'labels':
    case 'labelsAnywhere':
      return asMap(value)
        ? [
            {
              kind: 'labels',
              path,
              labels: asLabels(value),
              namespace: place.reads === 'labels' ? namespace : null,
            },
          ]
        : [];
    case 'subsetLabels': {
      const host = resolveHost(
        asText(member(member(resource.value, 'spec'), 'host')) ?? '',
        namespace,
        settings.clusterDomain,
      );
      return asMap(value) ? [{ kind: 'labels', path, labels: asLabels(value), namespace: null, host }] : [];
    }
    case 'credential':
      return text ? [{ kind: 'credential', path, name: text }] : [];
    case 'scope':
      return scope(value, path, reader);
    case 'target': {
      const target = targetOf(value, namespace, settings);
      return target ? [{ kind: 'target', path: [...path, 'name'], ...target }] : [];
    }
  }
}

/** Every reference from a resource to others, in the order of the table of places. Empty for kinds that refer to nothing known. */
export function references(resource: Resource, settings: MeshSettings): readonly Reference[] {
  const reader: Reader = { resource, settings, namespace: namespaceOf(resource, settings) };
  const found: Reference[] = [];
  for (const place of REFERENCE_PLACES[resource.type] ?? []) {
    for (const [path, value] of matches(resource.value, place.at.split('.')))
      found.push(...read(place, value, path, reader));
  }
  return found;
}
