import type { Unit } from './unit.ts';

/** Units in the order drawn, with the place of each by id. */
export interface Order {
  readonly units: readonly Unit[];
  readonly positions: ReadonlyMap<string, number>;
}

/** An order in the making. */
export interface Ordering {
  /** What was put in so far. */
  readonly units: readonly Unit[];
  /** Where a unit that was put in stands. */
  readonly at: (id: string) => number;
  /** The unit of an id in the order before. */
  readonly before: (id: string) => Unit | undefined;
  readonly add: (unit: Unit) => void;
  readonly done: () => Order;
}

/** Puts units one behind the other. Where the same ids stand in the same places as before, the table of places is kept. */
export function ordering(before: Order | undefined): Ordering {
  const units: Unit[] = [];
  let own: Map<string, number> | undefined;
  // In an order that is much like the one before, the next unit is nearly always the next one there.
  let next = 0;
  return {
    units,
    at: (id) => (own ?? before?.positions)?.get(id) ?? -1,
    before(id) {
      if (!before) return undefined;
      if (before.units[next]?.id !== id) {
        const place = before.positions.get(id);
        if (place === undefined) return undefined;
        next = place;
      }
      return before.units[next++];
    },
    add(unit) {
      if (!own && before?.units[units.length]?.id !== unit.id) own = placesOf(units);
      own?.set(unit.id, units.length);
      units.push(unit);
    },
    done() {
      const same = before && !own && before.units.length === units.length;
      return { units, positions: same ? before.positions : (own ?? placesOf(units)) };
    },
  };
}

const placesOf = (units: readonly Unit[]): Map<string, number> =>
  new Map(units.map((unit, index) => [unit.id, index]));
