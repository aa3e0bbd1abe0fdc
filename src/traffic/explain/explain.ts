import type { MeshView, Resource } from '../../istio/index.ts';
import { explainDestinationRule } from './destination-rule.ts';
import {
  explainAuthorizationPolicy,
  explainGateway,
  explainPeerAuthentication,
  explainRequestAuthentication,
  explainService,
  explainServiceEntry,
  explainSidecar,
  explainWorkloadEntry,
} from './other-kinds.ts';
import type { Sentence } from './sentence.ts';
import { explainVirtualService } from './virtual-service.ts';

const EXPLAINED: Readonly<Record<string, (view: MeshView, resource: Resource) => readonly Sentence[]>> = {
  VirtualService: (view, resource) => explainVirtualService(view, resource),
  DestinationRule: explainDestinationRule,
  ServiceEntry: explainServiceEntry,
  Service: explainService,
  Gateway: explainGateway,
  Sidecar: explainSidecar,
  PeerAuthentication: explainPeerAuthentication,
  AuthorizationPolicy: explainAuthorizationPolicy,
  RequestAuthentication: explainRequestAuthentication,
  WorkloadEntry: explainWorkloadEntry,
};

/** What a resource does, in plain sentences in the order in which it is written; none for kinds that no traffic depends on. */
export const explainResource = (view: MeshView, resource: Resource): readonly Sentence[] =>
  (EXPLAINED[resource.type]?.(view, resource) ?? []).filter(({ text }) => text !== '');
