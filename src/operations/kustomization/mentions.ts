import { asList, asText, member } from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';

export const isKustomization = (path: string): boolean =>
  /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path);

/** A file or folder that a kustomization names. */
export interface Mention {
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
      if (named !== undefined) return [{ item, path: item, written: named }];
      const written = asText(member(value, 'path'));
      return written === undefined ? [] : [{ item, path: [...item, 'path'], written }];
    }),
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
