import { type ModelledKind, newestApiVersion } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import { hostFor, type Template, type TemplateContext } from './context.ts';
import {
  destinationRule,
  gateway,
  serviceEntry,
  sidecar,
  virtualService,
  workloadEntry,
  workloadGroup,
} from './routing.ts';
import { authorizationPolicy, peerAuthentication, requestAuthentication } from './security.ts';

const TEMPLATES: Readonly<Record<ModelledKind, Template>> = {
  VirtualService: virtualService,
  DestinationRule: destinationRule,
  ServiceEntry: serviceEntry,
  Gateway: gateway,
  Sidecar: sidecar,
  WorkloadEntry: workloadEntry,
  WorkloadGroup: workloadGroup,
  PeerAuthentication: peerAuthentication,
  AuthorizationPolicy: authorizationPolicy,
  RequestAuthentication: requestAuthentication,
};

/** A new resource as a whole object: valid, with no more fields than it needs, connected to `near` where that makes sense. */
export function newResource(kind: ModelledKind, context: TemplateContext): YamlMap {
  const { namespace, name } = context;
  return {
    apiVersion: newestApiVersion(kind) ?? '',
    kind,
    metadata: { name, ...(namespace ? { namespace } : {}) },
    spec: TEMPLATES[kind](context),
  };
}

const SUFFIX: Readonly<Record<ModelledKind, string>> = {
  VirtualService: 'routing',
  DestinationRule: 'rule',
  ServiceEntry: 'entry',
  Gateway: 'gateway',
  Sidecar: 'sidecar',
  WorkloadEntry: 'workload',
  WorkloadGroup: 'workloads',
  PeerAuthentication: 'mtls',
  AuthorizationPolicy: 'access',
  RequestAuthentication: 'tokens',
};

/** A name that says what the resource is for: `orders-routing` near `orders.shop.example`. Letters, digits and dashes only. */
export function suggestedName(kind: ModelledKind, context: Omit<TemplateContext, 'name'>): string {
  const from = context.near
    ? hostFor({ ...context, name: '', knownHost: context.near.name || undefined })
    : (context.knownHost ?? 'new');
  const labels = from.split('.').filter((label) => !['api', 'www', '*'].includes(label));
  const stem = (labels[0] ?? 'new').toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
  return `${stem.replace(/^-+|-+$/g, '').slice(0, 40) || 'new'}-${SUFFIX[kind]}`;
}
