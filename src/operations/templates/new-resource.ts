import type { Mesh, ModelledKind, ResourceId } from '../../istio/index.ts';
import type { Path, YamlMap } from '../../yaml/index.ts';
import { nominalId } from '../add-resource.ts';
import type { Operation } from '../types.ts';
import type { Template, TemplateContext } from './context.ts';
import { destinationRule } from './destination-rule.ts';
import { gateway } from './gateway.ts';
import { nameFor } from './names.ts';
import { objectOf } from './object.ts';
import { authorizationPolicy, peerAuthentication, requestAuthentication } from './security.ts';
import { serviceEntry } from './service-entry.ts';
import { virtualService } from './virtual-service.ts';
import { sidecar, workloadEntry, workloadGroup } from './workloads.ts';

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

/** What a new resource is put near: a place in one that is there, or a host that no file defines, in full. */
export interface Near {
  readonly resource?: ResourceId;
  readonly path?: Path;
  readonly host?: string;
}

export interface NewResource {
  readonly kind: ModelledKind;
  readonly name: string;
  /** As written: empty for the default one. */
  readonly namespace: string;
  /** The whole object: valid, with no more fields than it needs. */
  readonly value: YamlMap;
  /** What others have to say so that both are connected. */
  readonly connect: (file: string) => readonly Operation[];
}

/**
 * A new resource, valid among the files that are there, and connected to what it is put near where that makes sense. A
 * name or namespace that is given is taken as it is.
 */
export function newResource(
  mesh: Mesh,
  kind: ModelledKind,
  at: Near = {},
  given: { readonly name?: string | undefined; readonly namespace?: string | undefined } = {},
): NewResource {
  const near = at.resource === undefined ? undefined : mesh.byId.get(at.resource);
  const context: TemplateContext = {
    mesh,
    namespace: given.namespace ?? near?.namespace ?? usualNamespace(mesh),
    near,
    path: at.path ?? [],
    host: at.host,
  };
  const made = TEMPLATES[kind](context);
  const namespace = given.namespace ?? made.namespace ?? context.namespace;
  const name = given.name ?? nameFor(mesh, kind, namespace, made.about);
  const value = objectOf(kind, namespace, name, made.spec(name));
  const connect = (file: string) => made.connect?.({ id: nominalId(value), file }) ?? [];
  return { kind, name, namespace, value, connect };
}

/** That of the first resource that has one. */
const usualNamespace = (mesh: Mesh): string =>
  mesh.resources.find(({ namespace, assumed }) => namespace !== '' && !assumed)?.namespace ?? '';
