import type { Path, YamlValue } from '../yaml/index.ts';
import { asList, asText, member } from './read.ts';

/** Whether Kustomize reads a file as what is to be built in its folder: no cluster ever sees it. */
export const isKustomization = (path: string): boolean =>
  /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path);

/** A file or folder that a kustomization names. */
export interface Mention {
  readonly field: string;
  /** Of the item: what is taken away where the file is gone. */
  readonly item: Path;
  /** Of the text that names it. */
  readonly path: Path;
  readonly written: string;
}

/** Where a kustomization names files: as texts, or as maps with a `path`. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const FIELDS = [
  'resources',
  'components',
  'bases',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
  'patchesStrategicMerge',
  'patches',
  'patchesJson6902',
  'replacements',
];

export const mentionsIn = (kustomization: YamlValue | undefined): readonly Mention[] =>
  FIELDS.flatMap((field) =>
    asList(member(kustomization, field)).flatMap((value, index): readonly Mention[] => {
      const item = [field, index];
      const named = asText(value);
      if (named !== undefined) return [{ field, item, path: item, written: named }];
      const written = asText(member(value, 'path'));
      return written === undefined ? [] : [{ field, item, path: [...item, 'path'], written }];
    }),
  );

/** A file that only the kustomization itself reads: what goes into generated ConfigMaps and Secrets, as a path or as `key=path`. */
const GENERATORS = ['configMapGenerator', 'secretGenerator'];
const READ_BY_GENERATORS = ['files', 'envs'];

/** Everything that a kustomization names by a path from where it stands; `written` is the path alone. */
export const pathsIn = (kustomization: YamlValue | undefined): readonly PathWritten[] => [
  ...mentionsIn(kustomization).map(({ path, written }) => ({ path, before: '', written })),
  ...GENERATORS.flatMap((field) =>
    asList(member(kustomization, field)).flatMap((generator, index) =>
      READ_BY_GENERATORS.flatMap((list) =>
        asList(member(generator, list)).flatMap((value, at): readonly PathWritten[] => {
          const text = asText(value);
          if (text === undefined) return [];
          const begins = text.indexOf('=') + 1;
          const path = [field, index, list, at];
          return [{ path, before: text.slice(0, begins), written: text.slice(begins) }];
        }),
      ),
    ),
  ),
];

export interface PathWritten {
  readonly path: Path;
  /** What stands in front of it: `key=`. */
  readonly before: string;
  readonly written: string;
}

/** Whether what is named is fetched from elsewhere, or lies at a place of its own: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/ */
export const isElsewhere = (written: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\/\/|^git@|^\/|^[a-z0-9-]+(\.[a-z0-9-]+)+\/.*(\/\/|\?ref=|\.git\b)|^github\.com\//i.test(
    written,
  );

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The path in the workspace of what a kustomization in this folder writes so; null where that is outside of it. */
export function resolved(folder: string, written: string): string | null {
  const steps = folder ? folder.split('/') : [];
  for (const step of written.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** How a kustomization in this folder writes a file in or below it; null where it is not: Kustomize would refuse it. */
export function writtenFrom(folder: string, path: string): string | null {
  if (!folder) return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}

/** How something is written from a folder, wherever it lies. */
export function relativeFrom(folder: string, path: string): string {
  const [from, to] = [folder, path].map((each) => (each === '' ? [] : each.split('/'))) as [
    string[],
    string[],
  ];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}
