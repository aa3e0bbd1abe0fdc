import { regexesAtHand, type Mesh } from '../istio/index.ts';
import type { Basis } from './basis.ts';
import { remake } from './remake.ts';
import type { Topology } from './types.ts';

const bases = new WeakMap<Topology, Basis>();

/** The mesh that a topology was made from; undefined for one that was made by hand. */
export const meshBehind = (topology: Topology): Mesh | undefined => bases.get(topology)?.mesh;

/**
 * The mesh as a graph. With the topology of a moment ago only what the edit touched is made anew: the mesh names the
 * keys whose answers may differ, and only units that asked for one of them are asked again. Nodes and edges that say
 * the same as before are the same objects; where nothing is different at all, so is the topology. With `regexes` more is told of
 * rules that no request reaches.
 */
export function topologyOf(mesh: Mesh, previous?: Topology, regexes = regexesAtHand()): Topology {
  const steps = topologyInSteps(mesh, previous, regexes);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a chance to let others work after each step: for a mesh to which much has come. */
export function* topologyInSteps(
  mesh: Mesh,
  previous?: Topology,
  regexes = regexesAtHand(),
): Generator<void, Topology> {
  const before = previous && bases.get(previous);
  if (previous && before?.mesh === mesh && before.regexes === regexes) return previous;
  const basis = yield* remake(mesh, regexes, before);
  bases.set(basis.assembly.topology, basis);
  return basis.assembly.topology;
}
