import {
  asList,
  asText,
  asTexts,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  serviceNamespace,
  specOf,
  valueAt,
  workloadLabels,
  type Labels,
  type ModelledKind,
  type Resource,
} from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Operation } from '../types.ts';
import { hostsAround, ownWorkloads, workloadsAround, type Workloads } from './around.ts';
import type { Made, Template, TemplateContext } from './context.ts';

/** The least that works: its own namespace, the control plane's, and where the selected rules send to. */
export const sidecar: Template = (context) => {
  const { settings } = context.mesh;
  const own = context.namespace || settings.defaultNamespace;
  const others = hostsAround(context).flatMap(
    ({ host }) => serviceNamespace(host, settings.clusterDomain) ?? [],
  );
  const hosts = [
    './*',
    `${settings.rootNamespace}/*`,
    ...[...new Set(others)]
      .filter((each) => each !== own && each !== settings.rootNamespace)
      .map((each) => `${each}/*`),
  ];
  // It is about what its workloads call, so those behind the hosts that are called are not meant.
  const found = context.near?.type === 'Gateway' ? undefined : ownWorkloads(context);
  return selecting(context, 'Sidecar', found, (labels) => ({
    ...(labels ? { workloadSelector: { labels: { ...labels } } } : {}),
    egress: [{ hosts }],
  }));
};

const ONE_PER_WORKLOAD: ReadonlySet<ModelledKind> = new Set<ModelledKind>(['Sidecar', 'PeerAuthentication']);

/**
 * A resource for the selected workloads, else for their namespace. Of the kinds that Istio takes only one of for a
 * workload, where there is one already it is for workloads of its own name.
 */
export function selecting(
  context: TemplateContext,
  kind: ModelledKind,
  found: Workloads | undefined,
  spec: (labels: Labels | undefined) => YamlMap,
): Made {
  const onlyOne = ONE_PER_WORKLOAD.has(kind);
  const namespace = found?.namespace ?? context.namespace;
  const at = { ...context, namespace };
  const isFree = (labels: Labels | undefined) => !onlyOne || !clashes(at, kind, labels);
  const free = isFree(found?.labels)
    ? { labels: found?.labels }
    : isFree(undefined)
      ? { labels: undefined }
      : null;
  return {
    about: context.near?.name ?? (hostsAround(context)[0]?.host || undefined),
    namespace,
    spec: (name) => spec(free ? free.labels : { app: name }),
  };
}

function clashes(
  { mesh, namespace }: TemplateContext,
  kind: ModelledKind,
  labels: Labels | undefined,
): boolean {
  const within = namespace || mesh.settings.defaultNamespace;
  const workloads = mesh.find(key.kindIn('workload', within)).map((each) => workloadLabels(each) ?? {});
  return mesh.find(key.kindIn(kind, within)).some((other) => {
    const its = selectorOf(other);
    if (!labels || !its) return !labels && !its;
    const both = (each: Labels) => labelsMatch(labels, each) && labelsMatch(its, each);
    return labelsMatch(labels, its) || labelsMatch(its, labels) || workloads.some(both);
  });
}

export const workloadEntry: Template = (context) => {
  const entry = serviceEntryToJoin(context);
  const single = entry && asText(valueAt(specOf(entry), ['hosts', 0]));
  // What DNS resolves may be a name; then traffic goes where it went before. 192.0.2.0/24 is reserved for examples.
  const named = entry && single && !single.startsWith('*') && member(specOf(entry), 'resolution') === 'DNS';
  return joining(context, entry, (labels) => ({ address: named ? single : '192.0.2.10', labels }));
};

export const workloadGroup: Template = (context) =>
  joining(context, serviceEntryToJoin(context), (labels) => ({
    metadata: { labels },
    template: { serviceAccount: 'default' },
  }));

/** Something that is picked by its labels; a ServiceEntry that picks nothing yet is told to. */
function joining(
  context: TemplateContext,
  entry: Resource | undefined,
  spec: (labels: YamlMap) => YamlMap,
): Made {
  const found = workloadsAround(context);
  const stem = context.near?.name;
  const labelsFor = (name: string): YamlMap => ({
    ...(entry ? { app: entry.name } : (found?.labels ?? { app: name })),
  });
  return {
    about: stem,
    namespace: found?.namespace,
    spec: (name) => spec(labelsFor(name)),
    connect: () => (entry ? [pick(entry, labelsFor(''))] : []),
  };
}

const pick = (entry: Resource, labels: YamlMap): Operation => ({
  kind: 'set-field',
  resource: entry.id,
  path: ['spec', 'workloadSelector'],
  value: { labels },
});

/** The selected ServiceEntry, if it has no endpoints yet and could have some. */
function serviceEntryToJoin({ near, mesh, namespace }: TemplateContext): Resource | undefined {
  if (near?.type !== 'ServiceEntry' || near.stale) return undefined;
  const spec = specOf(near);
  const resolution = asText(member(spec, 'resolution'));
  const hasEndpoints = asList(member(spec, 'endpoints')).length > 0 || selectorOf(near) !== undefined;
  const here = namespaceOf(near, mesh.settings) === (namespace || mesh.settings.defaultNamespace);
  const wild = asTexts(member(spec, 'hosts')).some((host) => host.startsWith('*'));
  return !hasEndpoints && here && !wild && (resolution === 'STATIC' || resolution === 'DNS')
    ? near
    : undefined;
}
