import type { Problem } from '../checks/index.ts';
import type { Mesh } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';

/** What the language service reads: the files, and what follows from them. */
export interface LanguageContext {
  readonly files: readonly TextFile[];
  readonly mesh: Mesh;
  readonly problems: readonly Problem[];
}
