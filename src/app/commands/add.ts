import { hostsOf, type ModelledKind, type Resource, type ResourceId } from '../../istio/index.ts';
import { newResource, suggestedName } from '../../operations/index.ts';
import type { Session } from '../../session/index.ts';
import { freeName } from './freeName.ts';

/** The type under which a kind is dragged from the rail onto the canvas; the data is the kind. */
export const KIND_MIME = 'application/x-meshwright-kind';

/** The kinds with a button of their own; the others are in the dialog. */
export const ADDABLE = [
  'VirtualService',
  'ServiceEntry',
  'DestinationRule',
  'Gateway',
] as const satisfies ModelledKind[];

export const addCommandId = (kind: string) => `add.${kind}`;

export interface AddOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly file?: string;
  /** What the new resource is connected to; null for nothing. Without it, what is selected. */
  readonly near?: ResourceId | null;
}

/** What a new resource would be called and where it would go, unless a person says otherwise. */
export function suggestionFor(session: Session, kind: ModelledKind, nearId?: ResourceId | null) {
  const { analysis, selection, activeFile, workspace } = session.getState();
  const { resources, byId } = analysis.mesh;
  const id = nearId === undefined ? selection?.resource : nearId;
  const near = id == null ? undefined : byId.get(id);
  const namespace =
    near?.namespace ?? resources.find((resource) => resource.namespace !== '')?.namespace ?? '';
  const taken = new Set(
    resources.filter((other) => other.type === kind && other.namespace === namespace).map(({ name }) => name),
  );
  const connection = connectionFor(session, kind, near);
  const name = freeName(suggestedName(kind, { namespace, ...connection }), taken);
  const file = near?.source.file ?? activeFile ?? workspace.files[0]?.path ?? 'mesh.yaml';
  return { connection, namespace, name, file };
}

/** What the new resource speaks of. A host that a ServiceEntry defines already is not defined a second time. */
function connectionFor(session: Session, kind: ModelledKind, near: Resource | undefined) {
  if (kind !== 'ServiceEntry') return { near };
  const { resources, settings } = session.getState().analysis.mesh;
  const hostsIn = (resource: Resource) => hostsOf(resource, settings);
  const defined = new Set(resources.filter(({ type }) => type === 'ServiceEntry').flatMap(hostsIn));
  if (near && hostsIn(near).some((host) => !defined.has(host))) return { near };
  return {
    near: undefined,
    knownHost: `${freeName('api', namesBefore(defined, '.example.com'))}.example.com`,
  };
}

/** What stands before this ending in the hosts that have it. */
function namesBefore(hosts: ReadonlySet<string>, ending: string): Set<string> {
  return new Set(
    [...hosts].filter((host) => host.endsWith(ending)).map((host) => host.slice(0, -ending.length)),
  );
}

/** Adds a resource of this kind: valid, with a free name, connected to what it is put near, and selected. */
export function addResource(session: Session, kind: ModelledKind, options: AddOptions = {}): boolean {
  const suggestion = suggestionFor(session, kind, options.near);
  const { name, namespace, file } = { ...suggestion, ...options };
  const value = newResource(kind, { namespace, name, ...suggestion.connection });
  return session.dispatch({
    type: 'operate',
    operation: { kind: 'add-resource', file, value },
    origin: 'palette',
  });
}
