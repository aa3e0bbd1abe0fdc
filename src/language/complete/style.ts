import type { TargetVersion } from '../../istio/index.ts';
import type { LooseNode } from '../loose/index.ts';

/** How new text is written in a document: as it indents, and for the Istio that it is meant for. */
export interface Style {
  /** Columns from a key to the keys under it. */
  readonly step: number;
  /** Columns from a key to the dashes under it: 0, or the step. */
  readonly dash: number;
  readonly version: TargetVersion;
}

/** Indents as the document does where it shows; else as most Istio files do. */
export function styleOf(root: LooseNode | null, version: TargetVersion): Style {
  let step: number | undefined;
  let dash: number | undefined;
  const open: LooseNode[] = root ? [root] : [];
  for (let node = open.shift(); node && (step === undefined || dash === undefined); node = open.shift()) {
    if (node.kind === 'list') open.push(...node.items.flatMap((item) => item.value ?? []));
    if (node.kind !== 'map') continue;
    for (const { value, column } of node.entries) {
      if (!value) continue;
      open.push(value);
      if (value.kind === 'scalar' || value.flow) continue;
      if (value.kind === 'map' && value.column > column) step ??= value.column - column;
      if (value.kind === 'list' && value.column >= column) dash ??= value.column - column;
    }
  }
  step ??= 2;
  return { step, dash: dash ?? step, version };
}
