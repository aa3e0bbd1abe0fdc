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

/**
 * Tells the requests that are worth comparing, those nearest to the change first, until `ask` has had enough. What is there
 * only before or only after is asked about as well. Returns what is left out then.
 */
export function worthAsking(
  before: Mesh,
  after: Mesh,
  changes: readonly ResourceDifference[],
  regexes: Regexes | undefined,
  ask: (asking: Asking) => boolean,
): LeftOut {
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
  let more = true;
  const left = { virtualServices: new Set<string>(), hosts: new Set<string>() };
  const all = (requests: Iterable<Asking>): void => {
    for (const one of requests) {
      more &&= ask(one);
      if (!more) return;
    }
  };
  for (const { mesh, seeds } of meshes)
    for (const name of seeds.gateways) if (more) all(askingGateway(mesh, name));
  // What changed in either comes before what is only near it.
  for (const near of [false, true]) {
    for (const { mesh, seeds, virtualServices } of meshes) {
      for (const one of virtualServices) {
        if (changed.has(one.id) === near) continue;
        if (!more) left.virtualServices.add(one.id);
        else all(fromCallers(askingRules(mesh, one, !near, regexes), near ? seeds : undefined));
      }
    }
  }
  for (const { mesh, seeds, hosts } of meshes) {
    for (const host of hosts) {
      if (!more) left.hosts.add(host);
      else all(askingHost(mesh, host, callersNear(seeds)));
    }
  }
  return { virtualServices: left.virtualServices.size, hosts: left.hosts.size };
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
