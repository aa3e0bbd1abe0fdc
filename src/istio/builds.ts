import type { FileDocuments } from './mesh-file.ts';
import { folderOf, isKustomization, mentionsIn, resolved } from './kustomization.ts';

/** The fields by which a kustomization takes in files, or folders with a kustomization of their own. */
const TAKES_IN: ReadonlySet<string> = new Set(['resources', 'bases', 'components']);

/** What each kustomization builds: the files with resources, its own and those of the kustomizations that it takes in. */
export function buildsOf(files: readonly FileDocuments[]): readonly ReadonlySet<string>[] {
  const byFolder = new Map(
    files
      .filter(({ path }) => isKustomization(path))
      .map(({ path, documents }) => {
        const folder = folderOf(path);
        const written = documents.flatMap(({ value }) => mentionsIn(value));
        const named = written.flatMap((one) =>
          TAKES_IN.has(one.field) ? (resolved(folder, one.written) ?? []) : [],
        );
        return [folder, named] as const;
      }),
  );
  return [...byFolder.keys()].map((top) => {
    const built = new Set<string>();
    const seen = new Set<string>();
    const ahead = [top];
    for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      for (const named of byFolder.get(folder) ?? [])
        if (byFolder.has(named)) ahead.push(named);
        else built.add(named);
    }
    return built;
  });
}

/** Whether two files are for different clusters: kustomizations build both, and none builds both together. */
export function areBuiltApart(builds: readonly ReadonlySet<string>[], one: string, other: string): boolean {
  const of = (path: string) => builds.filter((build) => build.has(path));
  const [ofOne, ofOther] = [of(one), of(other)];
  return ofOne.length > 0 && ofOther.length > 0 && !ofOne.some((build) => build.has(other));
}
