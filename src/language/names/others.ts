import {
  asList,
  asText,
  EXPECTATIONS,
  key,
  member,
  MESH_GATEWAY,
  namespaceOf,
  type Resource,
} from '../../istio/index.ts';
import { rulesOf } from '../../routing/index.ts';
import { calledBy, isSelf, ofType, type KnownName, type NamePlace } from './place.ts';

/** Gateways as this namespace names them, and `mesh`. */
export function* gateways(place: NamePlace): Iterable<KnownName> {
  const { mesh, namespace } = place;
  for (const gateway of ofType(place, 'Gateway')) {
    const within = namespaceOf(gateway, mesh.settings);
    yield {
      name: within === namespace ? gateway.name : `${within}/${gateway.name}`,
      from: calledBy(gateway),
    };
  }
  yield { name: MESH_GATEWAY, from: 'every sidecar' };
}

/** Namespaces that are declared or known from the settings, then those that resources are in. */
export function* namespaces({ mesh, field }: NamePlace): Iterable<KnownName> {
  if (field.format === 'export-to') {
    yield { name: '.', from: 'this namespace' };
    yield { name: '*', from: 'every namespace' };
  }
  for (const { name } of mesh.find(key.kind('Namespace'))) yield { name, from: `Namespace ${name}` };
  for (const name of mesh.settings.knownNamespaces) yield { name, from: 'known from the settings' };
  const used = new Map<string, Resource>();
  for (const resource of mesh.resources)
    if (!used.has(resource.namespace)) used.set(resource.namespace, resource);
  for (const [name, { kind, name: user }] of used) yield { name, from: `used by ${kind} ${user}` };
}

/** VirtualServices that a delegate can mean: of the namespace beside it, and not the one that delegates. */
export function* delegates(place: NamePlace): Iterable<KnownName> {
  if (place.type === EXPECTATIONS) return yield* virtualServices(place);
  const { mesh, namespace, path, textAt } = place;
  const within = textAt([...path.slice(0, -1), 'namespace']) || namespace;
  const found = mesh
    .find(key.kindIn('VirtualService', within))
    .filter((resource) => !isSelf(place, resource));
  // Only those without hosts can be delegated to.
  const hosts = (resource: Resource) => asList(member(member(resource.value, 'spec'), 'hosts')).length;
  for (const resource of [...found].sort((a, b) => hosts(a) - hosts(b)))
    yield { name: resource.name, from: calledBy(resource) };
}

/** VirtualServices that can decide, as expectations name them. */
function* virtualServices(place: NamePlace): Iterable<KnownName> {
  for (const resource of ofType(place, 'VirtualService'))
    yield {
      name: `${namespaceOf(resource, place.mesh.settings)}/${resource.name}`,
      from: resource.source.file,
    };
}

/** The rules of the VirtualService beside, by name; of all while none is written. */
export function* rules(place: NamePlace): Iterable<KnownName> {
  const written = place.textAt([...place.path.slice(0, -1), 'virtualService']);
  const isMeant = (resource: Resource): boolean =>
    !written ||
    written === resource.name ||
    written === `${namespaceOf(resource, place.mesh.settings)}/${resource.name}`;
  for (const resource of ofType(place, 'VirtualService').filter(isMeant))
    for (const { value } of rulesOf(resource)) {
      const name = asText(member(value, 'name'));
      if (name) yield { name, from: calledBy(resource) };
    }
}

/** Secrets that hold certificates, those of the own namespace first. */
export function* secrets(place: NamePlace): Iterable<KnownName> {
  const isTls = ({ value }: Resource): boolean =>
    ['', 'kubernetes.io/tls', 'Opaque'].includes(asText(member(value, 'type')) ?? '');
  for (const secret of ofType(place, 'Secret').filter(isTls))
    yield { name: secret.name, from: calledBy(secret) };
}

/** Service accounts: by name in the own namespace, else (where that is understood) as `namespace/name`. */
export function* serviceAccounts(place: NamePlace): Iterable<KnownName> {
  const { namespace, type } = place;
  for (const { name, within, from } of accounts(place)) {
    if (within === namespace) yield { name, from };
    else if (type === 'AuthorizationPolicy') yield { name: `${within}/${name}`, from };
  }
}

/** Identities as mutual TLS shows them. */
export function* principals(place: NamePlace): Iterable<KnownName> {
  const { settings } = place.mesh;
  const domain = asText(member(settings.meshConfig, 'trustDomain')) || settings.clusterDomain;
  for (const { name, within, from } of accounts(place))
    yield { name: `${domain}/ns/${within}/sa/${name}`, from };
}

interface Account {
  readonly name: string;
  readonly within: string;
  readonly from: string;
}

/** ServiceAccounts of the files, then those that workloads run as. */
function* accounts(place: NamePlace): Iterable<Account> {
  const { settings } = place.mesh;
  for (const account of ofType(place, 'ServiceAccount'))
    yield { name: account.name, within: namespaceOf(account, settings), from: calledBy(account) };
  for (const type of ['workload', 'WorkloadEntry', 'WorkloadGroup']) {
    for (const resource of ofType(place, type)) {
      const name = accountOf(resource);
      if (name) yield { name, within: namespaceOf(resource, settings), from: calledBy(resource) };
    }
  }
}

function accountOf({ type, value }: Resource): string | undefined {
  const spec = member(value, 'spec');
  switch (type) {
    case 'WorkloadEntry':
      return asText(member(spec, 'serviceAccount'));
    case 'WorkloadGroup':
      return asText(member(member(spec, 'template'), 'serviceAccount'));
    case 'Pod':
      return asText(member(spec, 'serviceAccountName'));
    default:
      return asText(member(member(member(spec, 'template'), 'spec'), 'serviceAccountName'));
  }
}

/** `issuer/*` of the tokens that RequestAuthentications understand. */
export function* requestPrincipals(place: NamePlace): Iterable<KnownName> {
  for (const resource of ofType(place, 'RequestAuthentication'))
    for (const rule of asList(member(member(resource.value, 'spec'), 'jwtRules'))) {
      const issuer = asText(member(rule, 'issuer'));
      if (issuer) yield { name: `${issuer}/*`, from: calledBy(resource) };
    }
}

/** Who can decide for a CUSTOM policy: the providers of the mesh's settings. */
export function* extensionProviders({ mesh }: NamePlace): Iterable<KnownName> {
  for (const provider of asList(member(mesh.settings.meshConfig, 'extensionProviders')))
    yield { name: asText(member(provider, 'name')) ?? '', from: 'extensionProviders of the mesh' };
}

/** What a policy can be attached to, by API group. */
const TARGETS: ReadonlySet<string> = new Set([
  'Service',
  'ServiceEntry',
  'Gateway.gateway.networking.k8s.io',
  'GatewayClass',
]);

/** What a `targetRef` can mean: of the kind and group beside it, as far as they are written, in the same namespace. */
export function* targets({ mesh, namespace, path, textAt }: NamePlace): Iterable<KnownName> {
  const [kind, written] = ['kind', 'group'].map((name) => textAt([...path.slice(0, -1), name]));
  const group = written === 'core' ? '' : written;
  for (const resource of mesh.resources) {
    const isNear = resource.kind === 'GatewayClass' || namespaceOf(resource, mesh.settings) === namespace;
    const isKind = kind ? resource.kind === kind : TARGETS.has(resource.type);
    const fits = isNear && isKind && (group === undefined || group === resource.group);
    if (fits) yield { name: resource.name, from: calledBy(resource) };
  }
}
