import { folderOf, isKustomization, isOwnFile, type Resource, type ResourceRef } from '../istio/index.ts';

/** A file of the workspace and what it holds. */
export interface FileOfResources {
  readonly path: string;
  readonly resources: readonly Pick<Resource, 'kind' | 'name' | 'namespace'>[];
}

/** How kinds are called in names of files, beside their own name and its plural. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  VirtualService: ['vs'],
  DestinationRule: ['dr'],
  ServiceEntry: ['se'],
  Gateway: ['gw'],
  Service: ['svc'],
  Deployment: ['deploy'],
  PeerAuthentication: ['pa'],
  AuthorizationPolicy: ['ap'],
};

/** The ways to write a kind in a path; each index is one way, the same for all kinds. */
function kindWords(kind: string): readonly string[] {
  const whole = kind.toLowerCase();
  const dashed = kind.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);
  return [whole, dashed, plural(whole), plural(dashed), SHORT[kind]?.[0] ?? whole, kind];
}

type Naming = (ref: Pick<ResourceRef, 'kind' | 'name'>) => string;

/** The ways in which people name a file after the one resource in it. */
const NAMINGS: readonly Naming[] = [
  ...[0, 1, 2, 3, 4, 5].flatMap((way): readonly Naming[] => {
    const word = (kind: string): string => kindWords(kind)[way] ?? '';
    return [
      ({ kind, name }) => `${name}-${word(kind)}`,
      ({ kind, name }) => `${name}.${word(kind)}`,
      ({ kind, name }) => `${name}_${word(kind)}`,
      ({ kind, name }) => `${word(kind)}-${name}`,
      ({ kind, name }) => `${word(kind)}.${name}`,
      ({ kind, name }) => `${word(kind)}_${name}`,
      // The folder says of what: `cart/virtualservice.yaml`.
      ({ kind }) => word(kind),
    ];
  }),
  ({ name }) => name,
];

/**
 * The file in which a new resource belongs, by how the workspace does it already: one resource a file, named after it (the
 * new one is then named like its neighbours, in its kind's folder where there are such); one file a kind; else null, and it
 * goes where the person is. `beside` is the file of what it is put near.
 */
export function placeForNew(
  files: readonly FileOfResources[],
  fresh: ResourceRef,
  beside: string | undefined,
): string | null {
  const those = files.filter(
    ({ path, resources }) => resources.length > 0 && !isOwnFile(path) && !isKustomization(path),
  );
  const home = folderOf(beside ?? homeOf(those, fresh)?.path ?? '');
  const folder = folderOfKind(those, home, fresh.kind);
  const inFolder = those.filter(({ path }) => folderOf(path) === folder);
  const neighbours = inFolder.length ? inFolder : those.filter(({ path }) => folderOf(path) === home);
  return ownFile(neighbours, folder, fresh) ?? fileOfKind(inFolder, fresh.kind);
}

/** Where most of the same kind and namespace is. */
function homeOf(
  files: readonly FileOfResources[],
  { kind, namespace }: ResourceRef,
): FileOfResources | undefined {
  const score = ({ resources }: FileOfResources): number =>
    resources.reduce(
      (sum, one) => sum + (one.namespace === namespace ? 2 : 0) + (one.kind === kind ? 1 : 0),
      0,
    );
  return files.toSorted((one, other) => score(other) - score(one))[0];
}

/** The folder itself; where it is one of a kind, `virtualservices/`, the one beside it of this kind. */
function folderOfKind(files: readonly FileOfResources[], home: string, kind: string): string {
  const inHome = files.filter(({ path }) => folderOf(path) === home);
  const name = home.slice(home.lastIndexOf('/') + 1);
  const kinds = new Set(inHome.flatMap(({ resources }) => resources.map((one) => one.kind)));
  const [only] = kinds;
  if (kinds.size !== 1 || only === undefined || only === kind) return home;
  const way = kindWords(only).indexOf(name);
  return way < 0 ? home : home.slice(0, home.length - name.length) + (kindWords(kind)[way] ?? name);
}

/** A file of its own, named as at least two neighbours and most of them are. */
function ownFile(neighbours: readonly FileOfResources[], folder: string, fresh: ResourceRef): string | null {
  const fits = (naming: Naming): number =>
    neighbours.filter(({ path, resources: [only, ...more] }) => {
      return only !== undefined && !more.length && stem(path) === naming(only);
    }).length;
  const counted = NAMINGS.map((naming) => ({ naming, count: fits(naming) }));
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
  if (best.count < 2 || best.count * 3 < neighbours.length * 2) return null;
  const ending = /\.[^./]+$/.exec(neighbours[0]?.path ?? '')?.[0] ?? '.yaml';
  return `${folder && `${folder}/`}${best.naming(fresh)}${ending}`;
}

const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** The file that is called by the kind, and holds nothing else. */
function fileOfKind(files: readonly FileOfResources[], kind: string): string | null {
  const found = files.find(
    ({ path, resources }) =>
      kindWords(kind).includes(stem(path)) && resources.every((one) => one.kind === kind),
  );
  return found?.path ?? null;
}
