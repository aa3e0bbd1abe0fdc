import {
  asList,
  asLabels,
  asTexts,
  asText,
  isWildcard,
  member,
  specOf,
  valueAt,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';

/** What a new resource is made for. `near` is what was selected: the new one takes hosts, labels and names from it. */
export interface TemplateContext {
  readonly namespace: string;
  readonly name: string;
  readonly near?: Resource | undefined;
  /** A host that the workspace already knows, for what sends traffic somewhere when nothing is selected. */
  readonly knownHost?: string | undefined;
}

/** Makes the `spec` of a new resource: valid, and no more than it needs. */
export type Template = (context: TemplateContext) => YamlMap;

/** Reserved for examples: never somebody's host. */
export const EXAMPLE_HOST = 'api.example.com';

/** The hosts that a resource speaks of, as it writes them, without doubles. */
export function writtenHosts(resource: Resource): readonly string[] {
  const spec = specOf(resource);
  const hosts = ((): readonly string[] => {
    switch (resource.type) {
      case 'VirtualService':
        return [...asTexts(member(spec, 'hosts')), ...destinationHosts(resource)];
      case 'ServiceEntry':
        return asTexts(member(spec, 'hosts'));
      case 'DestinationRule':
        return [asText(member(spec, 'host')) ?? ''];
      case 'Gateway':
        // `namespace/host` of a server: the host is what others name.
        return asList(member(spec, 'servers')).flatMap((server) =>
          asTexts(member(server, 'hosts')).map((host) => host.slice(host.indexOf('/') + 1)),
        );
      case 'Service':
        return [resource.name];
      default:
        return [];
    }
  })();
  return [...new Set(hosts.filter((host) => host !== ''))];
}

/** Where the rules of a VirtualService send requests. */
export function destinationHosts(virtualService: Resource): readonly string[] {
  const spec = specOf(virtualService);
  const hosts = ['http', 'tcp', 'tls']
    .flatMap((protocol) => asList(member(spec, protocol)))
    .flatMap((rule) => asList(member(rule, 'route')))
    .map((route) => asText(valueAt(route, ['destination', 'host'])) ?? '');
  return [...new Set(hosts.filter((host) => host !== ''))];
}

/** The first host of `near` that names one place (or that may be a wildcard), else a known one, else an example. */
export function hostFor({ near, knownHost }: TemplateContext, wildcards = false): string {
  const hosts = near ? writtenHosts(near) : [];
  return hosts.find((host) => wildcards || !isWildcard(host)) ?? knownHost ?? EXAMPLE_HOST;
}

/** The labels by which `near` can be selected; none where it is no workload. */
export function labelsFor({ near }: TemplateContext): Labels {
  if (!near) return {};
  if (near.type === 'Service') return asLabels(member(specOf(near), 'selector'));
  return workloadLabels(near) ?? {};
}
