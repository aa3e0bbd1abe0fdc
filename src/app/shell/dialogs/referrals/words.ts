import type { Effect, Naming } from '../../../../operations/index.ts';
import type { Mesh, Resource } from '../../../../istio/index.ts';

/** `3 places in 2 files`. */
export function countWords(namings: readonly Naming[], mesh: Mesh): string {
  const files = new Set(namings.map(({ from }) => mesh.byId.get(from)?.source.file)).size;
  return `${some(namings.length, 'place')} in ${some(files, 'file')}`;
}

/** What follows beside what was asked for, in sentences; empty where nothing does. */
export function effectWords({ gone, meshwide }: Effect, deleted: string): readonly string[] {
  const others = gone.filter(({ id }) => id !== deleted);
  return [
    ...(others.length > 0
      ? [`Goes too, as nothing is left of it or for it: ${others.map(called).join(', ')}.`]
      : []),
    ...meshwide.map(
      (resource) =>
        `${called(resource)} is then bound to no Gateway: it counts for calls of apps in the mesh instead.`,
    ),
  ];
}

const called = ({ kind, name }: Resource) => `${kind} ${name}`;
const some = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
