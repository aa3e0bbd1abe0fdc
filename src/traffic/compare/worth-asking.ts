import { key, namespaceOf, type Mesh, type Regexes } from '../../istio/index.ts';
import { exportTo, portsOf } from '../../routing/index.ts';
import { plainRequest } from '../request.ts';
import type { ResourceDifference } from './changed-resources.ts';
import { concernedBy } from './concerned.ts';
import { askingGateway, askingHost, askingRules, callersNear, type Asking } from './requests.ts';
import { seedsOf, type Seeds } from './seeds.ts';

/** What a change may touch and nobody asked about. */
export interface LeftOut {
  readonly virtualServices: number;
  readonly hosts: number;
}

/** A request, and how far the search for more has come: so many places of so many have been looked at. */
export interface Found {
  readonly asking: Asking;
  readonly done: number;
  readonly of: number;
}

/**
 * The requests that are worth comparing, those nearest to the change first, until there are `enough`. What is there only
 * before or only after is asked about as well. Returns what is left out then.
 */
export function* worthAsking(
  before: Mesh,
  after: Mesh,
  changes: readonly ResourceDifference[],
  regexes: Regexes | undefined,
  enough: () => boolean,
): Generator<Found, LeftOut> {
  const left = { virtualServices: new Set<string>(), hosts: new Set<string>() };
  const places = placesToAsk(before, after, changes, regexes);
  for (const [done, { requests, virtualService, host }] of places.entries()) {
    if (!enough())
      for (const asking of requests()) {
        yield { asking, done, of: places.length };
        if (enough()) break;
      }
    else {
      if (virtualService !== undefined) left.virtualServices.add(virtualService);
      if (host !== undefined) left.hosts.add(host);
    }
  }
  return { virtualServices: left.virtualServices.size, hosts: left.hosts.size };
}

/** Something that a change may touch, and the requests that come to it. */
interface Place {
  readonly requests: () => Iterable<Asking>;
  readonly virtualService?: string;
  readonly host?: string;
}

function placesToAsk(
  before: Mesh,
  after: Mesh,
  changes: readonly ResourceDifference[],
  regexes: Regexes | undefined,
): readonly Place[] {
  const changed = new Set(changes.map(({ id }) => id));
  // Files without any Pod tell of no endpoints; with the first one they tell of all.
  const telling = (mesh: Mesh): string => JSON.stringify([mesh.settings, mesh.has(key.kind('Pod'))]);
  const forAll = telling(before) !== telling(after);
  const listens = whoListens(before) !== whoListens(after);
  const meshes = [after, before].map((mesh) => {
    const known = seedsOf(mesh, changes);
    const seeds = { ...known, listens, ...(forAll && { everything: 'of all' as const }) };
    return { mesh, seeds, ...concernedBy(mesh, seeds, changed) };
  });
  const rules = (near: boolean): readonly Place[] =>
    meshes.flatMap(({ mesh, seeds, virtualServices }) =>
      virtualServices
        .filter(({ id }) => changed.has(id) !== near)
        .map((one) => ({
          virtualService: one.id,
          requests: () =>
            fromCallers(
              askingRules(mesh, one, { changed: !near, gateways: seeds.gateways }, regexes),
              near ? seeds : undefined,
            ),
        })),
    );
  return [
    ...meshes.flatMap(({ mesh, seeds }) =>
      [...seeds.gateways].map((name) => ({ requests: () => askingGateway(mesh, name) })),
    ),
    // What changed in either comes before what is only near it.
    ...rules(false),
    ...rules(true),
    ...meshes.flatMap(({ mesh, seeds, hosts }) =>
      hosts.map((host) => ({ host, requests: () => askingHost(mesh, host, callersNear(seeds)) })),
    ),
  ];
}

/**
 * From which namespaces, and for whom, somebody defines HTTP on port 80: where there is one, sidecars listen there, and
 * rules count for names that nobody defines.
 */
const whoListens = (mesh: Mesh): string =>
  [
    ...new Set(
      ['Service', 'ServiceEntry'].flatMap((kind) =>
        mesh
          .find(key.kind(kind))
          .filter((one) => portsOf(one).some((port) => port.number === 80 && READ_AS_HTTP.has(port.class)))
          .map((one) => `${namespaceOf(one, mesh.settings)} ${exportTo(one, mesh.settings).join()}`),
      ),
    ),
  ]
    .sort()
    .join('; ');

const READ_AS_HTTP: ReadonlySet<string> = new Set(['http', 'auto']);

/** Where only some callers see another thing than before, they are who sends. */
function* fromCallers(
  requests: Iterable<Asking>,
  seeds: Pick<Seeds, 'everything' | 'callers'> | undefined,
): Generator<Asking> {
  for (const one of requests) {
    yield one;
    if (!seeds || one.request.caller.kind !== 'sidecar') continue;
    for (const caller of seeds.everything === 'of callers' ? callersNear(seeds) : [])
      yield { ...one, request: { ...plainRequest(one.request), caller } };
  }
}
