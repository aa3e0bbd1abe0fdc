import {
  EXPECTATIONS,
  isExpectationsFile,
  isScenarioFile,
  isSettingsFile,
  SCENARIOS,
  SETTINGS_FILE,
  typeOf,
} from '../istio/index.ts';
import { callerNamespace } from './expectations.ts';
import { holderAt, textUnder, type LooseNode } from './loose/index.ts';
import type { Path } from '../yaml/index.ts';

/** The resource that a place of a document belongs to, as far as it is written. */
export interface PlacedResource {
  /** From the document's root: a `List` holds resources under `items`. */
  readonly base: Path;
  /**
   * The kind, with its group where another group than Istio's is meant; empty while none is written. The settings of a
   * settings file are a type of their own, by the file's name, and so are expectations and scenarios; their namespace is the caller's.
   */
  readonly type: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly namespace: string;
  readonly name: string;
  readonly node: LooseNode | null;
}

/** The resource around a path of a document of a file. */
export function resourceAround(root: LooseNode | null, path: Path, file: string): PlacedResource {
  if (isExpectationsFile(file)) return ownAround(EXPECTATIONS, root, path);
  if (isScenarioFile(file)) return ownAround(SCENARIOS, root, path);
  let node = root;
  const base: (string | number)[] = [];
  for (;;) {
    const index = path[base.length + 1];
    const within = path[base.length] === 'items' && typeof index === 'number';
    if (!within || !(textUnder(node, ['kind']) ?? '').endsWith('List')) break;
    base.push('items', index);
    node = holderAt(root, base)?.value ?? null;
  }
  const kind = textUnder(node, ['kind']) ?? '';
  const apiVersion = textUnder(node, ['apiVersion']) ?? '';
  return {
    base,
    kind,
    apiVersion,
    type: kind !== '' ? typeOf(apiVersion, kind) : isSettingsFile(file) ? SETTINGS_FILE : '',
    namespace: textUnder(node, ['metadata', 'namespace']) ?? '',
    name: textUnder(node, ['metadata', 'name']) ?? '',
    node,
  };
}

/** The document of expectations around a path, as seen from the expectation that the path leads to; a scenario is one whole. */
const ownAround = (type: string, root: LooseNode | null, path: Path): PlacedResource => ({
  base: [],
  type,
  kind: '',
  apiVersion: '',
  namespace: callerNamespace(type, path, (at) => textUnder(root, at)),
  name: '',
  node: root,
});
