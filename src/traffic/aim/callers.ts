import {
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type Labels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { exportTo, isVisible, remember } from '../../routing/index.ts';
import type { Caller } from '../request.ts';

/** More callers say nothing new. */
const ENOUGH = 4;

const KINDS = ['VirtualService', 'ServiceEntry', 'Service', 'Gateway', 'DestinationRule'];

const namespacesOf = (view: MeshView): readonly string[] =>
  remember(view, 'namespaces that call', () => [
    ...new Set(
      KINDS.flatMap((kind) =>
        view.find(key.kind(kind)).map((resource) => namespaceOf(resource, view.settings)),
      ),
    ),
  ]);

/** What a match asks of the workload that calls. */
export interface Asked {
  readonly namespace: string | null;
  readonly labels: Labels;
}

/** Sidecars that see a VirtualService and are what its match asks for, those of its own namespace first. */
export function sidecars(view: MeshView, virtualService: Resource, asked: Asked): readonly Caller[] {
  const own = namespaceOf(virtualService, view.settings);
  const named = exportTo(virtualService, view.settings).filter((each) => each !== '*' && each !== '~');
  const all = asked.namespace === null ? [own, ...named, ...namespacesOf(view)] : [asked.namespace];
  return [...new Set(all)]
    .filter((namespace) => isVisible(virtualService, namespace, view.settings))
    .slice(0, ENOUGH)
    .map((namespace) => ({ kind: 'sidecar', namespace, labels: asked.labels }));
}

const ANYBODY: Asked = { namespace: null, labels: {} };

/** Proxies that a Gateway selects: those of the files, else one where the Gateway stands. */
export function gatewayProxies(view: MeshView, gateway: Resource, asked: Asked = ANYBODY): readonly Caller[] {
  const labels = selectorOf(gateway) ?? {};
  const found = Object.keys(labels).length
    ? view
        .find(key.kind('workload'))
        .filter((workload) => labelsMatch(labels, workloadLabels(workload) ?? {}))
        .map((workload) => namespaceOf(workload, view.settings))
    : [];
  const all =
    asked.namespace === null
      ? [...found, namespaceOf(gateway, view.settings), view.settings.rootNamespace]
      : [asked.namespace];
  return [...new Set(all)]
    .slice(0, ENOUGH)
    .map((namespace) => ({ kind: 'gateway', namespace, labels: { ...labels, ...asked.labels } }));
}
