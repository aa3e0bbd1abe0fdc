import type { Mesh, Resource } from '../../istio/index.ts';
import { placedIn, settingMany } from '../set-many.ts';
import { chosenOf } from './answers.ts';
import type { Option, RefactorAt, Refactoring } from './types.ts';

const NETWORKING = 'networking.istio.io/v1';
const SECURITY = 'security.istio.io/v1';

/**
 * The kinds that have a v1: since Istio 1.22, which is before the oldest version that files can be meant for. EnvoyFilter,
 * ProxyConfig and WasmPlugin have none. https://istio.io/latest/blog/2024/v1-apis/
 */
const STABLE: ReadonlyMap<string, string> = new Map([
  ['VirtualService', NETWORKING],
  ['DestinationRule', NETWORKING],
  ['Gateway', NETWORKING],
  ['ServiceEntry', NETWORKING],
  ['Sidecar', NETWORKING],
  ['WorkloadEntry', NETWORKING],
  ['WorkloadGroup', NETWORKING],
  ['PeerAuthentication', SECURITY],
  ['AuthorizationPolicy', SECURITY],
  ['RequestAuthentication', SECURITY],
  ['Telemetry', 'telemetry.istio.io/v1'],
]);

/** Alpha and beta alike. */
const UNSTABLE = /\/v1(?:alpha|beta)\d+$/;

const isIstio = ({ group }: Resource): boolean => group.endsWith('.istio.io');

/** The stable version of a resource's kind, where it is written in an older one. */
function stableFor(resource: Resource): string | undefined {
  const isOlder = isIstio(resource) && !resource.assumed && UNSTABLE.test(resource.apiVersion);
  return isOlder ? STABLE.get(resource.type) : undefined;
}

/** Every resource that could be written in v1: these alone, or all of its file, namespace or kind. */
export const upgradeApiVersion: Refactoring = {
  id: 'upgrade-api-version',
  title: 'Upgrade apiVersion to v1',
  words:
    'Writes networking.istio.io/v1 and security.istio.io/v1 in place of alpha and beta versions. The fields are the same in all of them, so nothing else changes.',
  appliesTo: (mesh, at) => {
    const one = mesh.byId.get(at.resource ?? '');
    // Of a resource only where it needs it; everything is found at the workspace.
    return one ? stableFor(one) !== undefined : older(mesh).length > 0;
  },
  questions: ({ mesh }, at, given) => {
    const options = scopesAt(mesh, at);
    return options.length > 1
      ? [{ kind: 'choice', key: 'which', title: 'Which', value: chosenOf(given, 'which', options), options }]
      : [];
  },
  *perform(draft, at, answers) {
    const { mesh } = draft;
    const meant = within(mesh, at, chosenOf(answers, 'which', scopesAt(mesh, at)));
    const places = meant
      .filter(({ stale }) => !stale)
      .flatMap((resource) => placedIn(resource, ['apiVersion'], stableFor(resource) ?? '') ?? []);
    const stale = meant.filter((resource) => resource.stale);
    const staying = mesh.resources.filter(
      (resource) => isIstio(resource) && !STABLE.has(resource.type) && UNSTABLE.test(resource.apiVersion),
    );
    yield* settingMany(draft, places);
    const [one] = meant;
    return {
      label:
        meant.length === 1 && one ? `Upgrade ${one.name} to v1` : `Upgrade ${places.length} resources to v1`,
      ...(at.resource !== undefined && { select: { resource: at.resource, path: ['apiVersion'] } }),
      warnings: [
        ...stale.map(
          ({ name, source }) => `${name} in ${source.file} cannot be read now and stays as it is.`,
        ),
        ...(at.resource === undefined && staying.length > 0
          ? [
              `${namesOf(staying)}: Istio has no v1 of ${[...new Set(staying.map(({ kind }) => kind))].join(', ')}, so ${staying.length === 1 ? 'it stays' : 'they stay'} as written.`,
            ]
          : []),
      ],
    };
  },
};

const older = (mesh: Mesh): readonly Resource[] =>
  mesh.resources.filter((resource) => stableFor(resource) !== undefined);

function within(mesh: Mesh, { resource: id }: RefactorAt, which: string): readonly Resource[] {
  const one = mesh.byId.get(id ?? '');
  const all = older(mesh);
  if (!one || which === 'all') return all;
  if (which === 'file') return all.filter(({ source }) => source.file === one.source.file);
  if (which === 'kind') return all.filter(({ type }) => type === one.type);
  return all.filter(({ id: each }) => each === id);
}

function scopesAt(mesh: Mesh, at: RefactorAt): readonly Option[] {
  const one = mesh.byId.get(at.resource ?? '');
  if (!one) return [];
  const options = [
    { value: 'one', title: `Only ${one.name}` },
    { value: 'file', title: `All in ${one.source.file}` },
    { value: 'kind', title: `Every ${one.kind}` },
    { value: 'all', title: 'Everything' },
  ];
  // Not twice what comes to the same.
  const seen = new Set<string>();
  return options.flatMap((option) => {
    const meant = within(mesh, at, option.value).map(({ id }) => id);
    if (seen.has(meant.join())) return [];
    seen.add(meant.join());
    return [meant.length > 1 ? { ...option, title: `${option.title} (${meant.length})` } : option];
  });
}

const namesOf = (resources: readonly Resource[]): string =>
  resources.length > 3 ? `${resources.length} resources` : resources.map(({ name }) => name).join(', ');
