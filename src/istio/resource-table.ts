import type { Resource, ResourceId } from './types.ts';

type Table = ReadonlyMap<ResourceId, Resource>;

/** Above this many replaced entries a table is copied; each edit of a large mesh would copy thousands otherwise. */
const MOST = 128;

/** A table with some entries replaced by others of the same id, in the same order; the one it came from stays as it is. */
class PatchedTable implements Table {
  readonly base: Table;
  readonly replaced: Table;

  constructor(base: Table, replaced: Table) {
    this.base = base;
    this.replaced = replaced;
  }

  get size(): number {
    return this.base.size;
  }

  get(id: ResourceId): Resource | undefined {
    return this.replaced.get(id) ?? this.base.get(id);
  }

  has(id: ResourceId): boolean {
    return this.base.has(id);
  }

  keys(): MapIterator<ResourceId> {
    return this.base.keys();
  }

  *values(): MapIterator<Resource> {
    for (const [, resource] of this.entries()) yield resource;
  }

  *entries(): MapIterator<[ResourceId, Resource]> {
    for (const [id, resource] of this.base) yield [id, this.replaced.get(id) ?? resource];
  }

  forEach(callback: (resource: Resource, id: ResourceId, table: Table) => void): void {
    for (const [id, resource] of this.entries()) callback(resource, id, this);
  }

  [Symbol.iterator](): MapIterator<[ResourceId, Resource]> {
    return this.entries();
  }
}

/** The table with these in the place of what had their ids, all of which it has. */
export function withEntries(table: Table, entries: readonly Resource[]): Table {
  if (entries.length === 0) return table;
  const [base, known] = table instanceof PatchedTable ? [table.base, table.replaced] : [table, undefined];
  const replaced = new Map(known);
  for (const resource of entries) replaced.set(resource.id, resource);
  if (replaced.size <= MOST) return new PatchedTable(base, replaced);
  const copy = new Map(base);
  for (const [id, resource] of replaced) copy.set(id, resource);
  return copy;
}
