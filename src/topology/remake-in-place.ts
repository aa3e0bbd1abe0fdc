import type { Mesh, MeshKey, Regexes, Resource } from '../istio/index.ts';
import { alikeAtStart } from '../text/index.ts';
import { tellHosts } from '../routing/index.ts';
import { assemble } from './assemble.ts';
import { callerNodes, callersAmong, make, NO_CALLERS, NO_DEMANDS, type Basis } from './basis.ts';
import { touchedCallers } from './callers.ts';
import { demandsAfter, ghostsIn, type Standing } from './demands.ts';
import { hunksOf, type Hunk } from './hunks.ts';
import type { Order } from './order.ts';
import { REGEXES, TELL_HOSTS, type Known } from './scope.ts';
import { holds, type Demand, type Unit } from './unit.ts';

/** Beyond so many changed resources they are gone through one after the other, in steps. */
const MOST = 50;

/** What an edit made another resource of, where none came, went, or stands elsewhere; undefined where that is not so. */
function changedIn({ mesh: before }: Basis, { resources }: Mesh): ReadonlyMap<string, Resource> | undefined {
  if (before.resources.length !== resources.length) return undefined;
  const changed = new Map<string, Resource>();
  for (let n = 0; (n = alikeAtStart(before.resources, resources, n)) < resources.length; n++) {
    const [was, is] = [before.resources[n], resources[n]];
    if (was?.id !== is?.id || !was || !is || was.source.file !== is.source.file) return undefined;
    if (was.value !== is.value || was.stale !== is.stale) changed.set(is.id, is);
    if (changed.size > MOST) return undefined;
  }
  return changed;
}

/**
 * What `remake` does, for the edit that nearly every key is: resources say something else, and stand where they stood. It
 * looks only at units that the edit concerns, however many there are. `keys` are those whose answers may be others now.
 */
export function remadeInPlace(
  before: Basis,
  mesh: Mesh,
  regexes: Regexes | undefined,
  keys: ReadonlySet<MeshKey>,
): Basis | undefined {
  const changed = changedIn(before, mesh);
  if (!changed) return undefined;
  const { order: had, rulesAt, hostsAt, ghostsAt, askers } = before;
  const units = [...had.units];
  const remade = new Set<number>();

  const look = (
    from: number,
    to: number,
    ids: Iterable<string>,
    touched: ReadonlySet<string>,
    known: Known,
    askedOf: (unit: Unit) => readonly Demand[],
  ): void => {
    for (const id of new Set(ids)) {
      const at = had.positions.get(id) ?? -1;
      const unit = at >= from && at < to ? units[at] : undefined;
      if (!unit) continue;
      const resource = mesh.byId.get(id) ?? null;
      const asked = askedOf(unit);
      if (holds(unit, resource, asked, touched)) continue;
      units[at] = make(resource, id, asked, known, unit, askers);
      remade.add(at);
    }
  };
  const askNothing = (): readonly Demand[] => NO_DEMANDS;

  const first: Known = { mesh, callers: NO_CALLERS, tellHosts: tellHosts(mesh), regexes };
  const byMesh = askers.of(keys);
  look(0, rulesAt, [...changed.keys(), ...byMesh], byMesh, first, askNothing);
  const callers = remade.size > 0 ? callersAmong(units.slice(0, rulesAt)) : before.callers;
  const known: Known = { ...first, callers };
  const touched = askers.of([
    ...keys,
    ...touchedCallers(before.callers, callers),
    ...(before.tellHosts === known.tellHosts ? [] : [TELL_HOSTS]),
    ...(before.regexes === regexes ? [] : [REGEXES]),
  ]);
  const concerned = [...changed.keys(), ...touched];
  look(rulesAt, hostsAt, concerned, touched, known, askNothing);

  const hunksIn = (from: number, to: number) =>
    hunksAt(
      had.units,
      units,
      [...remade].filter((at) => at >= from && at < to),
    );
  const standing: Standing = {
    at: (id) => had.positions.get(id) ?? -1,
    unit: (id) => units[had.positions.get(id) ?? -1],
  };
  const demands = demandsAfter(before.demands, hunksIn(rulesAt, hostsAt), standing);
  const asAsked = demands === before.demands;
  const askedOf = (unit: Unit) => (asAsked ? unit.asked : (demands.byNode.get(unit.id) ?? NO_DEMANDS));
  const hosts = [...concerned];
  if (!asAsked)
    for (const { was, is } of hunksIn(rulesAt, hostsAt))
      for (const unit of [...was, ...is]) for (const { node } of unit.demands) hosts.push(node);
  look(hostsAt, ghostsAt, hosts, touched, known, askedOf);

  const ghosts = had.units.slice(ghostsAt);
  const ghostsNow = asAsked ? ghosts.map(({ id }) => id) : ghostsIn(demands, standing);
  let order: Order = { units, positions: had.positions };
  let hunks: readonly Hunk<Unit>[] | null;
  if (ghostsNow.length === ghosts.length && ghostsNow.every((id, n) => id === ghosts[n]?.id)) {
    look(ghostsAt, units.length, hosts, touched, known, askedOf);
    hunks = hunksIn(0, units.length);
  } else {
    const tail = ghostsNow.map((id) => {
      const asked = demands.byNode.get(id) ?? NO_DEMANDS;
      const unit = ghosts[(had.positions.get(id) ?? -1) - ghostsAt];
      return unit && holds(unit, null, asked, touched) ? unit : make(null, id, asked, known, unit, askers);
    });
    const inPlace = hunksIn(0, ghostsAt);
    const atEnd = hunksOf(ghosts, tail);
    hunks = atEnd && [...inPlace, ...atEnd];
    order = withTail(order, ghostsAt, tail);
  }

  const nodes = callerNodes(order.units, callers, mesh, before.assembly.callers);
  const assembly = assemble(order, nodes, before.assembly, hunks);
  return { ...known, order, rulesAt, hostsAt, ghostsAt, demands, askers, assembly };
}

/** The places at which units were replaced, those side by side as one. */
function hunksAt(
  before: readonly Unit[],
  after: readonly Unit[],
  places: readonly number[],
): readonly Hunk<Unit>[] {
  const inOrder = places.toSorted((a, b) => a - b);
  const found: Hunk<Unit>[] = [];
  for (let n = 0; n < inOrder.length;) {
    const from = inOrder[n] ?? 0;
    let to = from;
    while (inOrder[n] === to) [n, to] = [n + 1, to + 1];
    found.push({ was: before.slice(from, to), is: after.slice(from, to) });
  }
  return found;
}

/** The order with other units from a place on. */
function withTail({ units, positions }: Order, from: number, tail: readonly Unit[]): Order {
  const places = new Map(positions);
  for (const { id } of units.slice(from)) places.delete(id);
  for (const [n, { id }] of tail.entries()) places.set(id, from + n);
  return { units: [...units.slice(0, from), ...tail], positions: places };
}
