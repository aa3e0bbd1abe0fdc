import { isScenarioFile } from '../../../istio/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { fileForDraft } from '../../drawer/load/keptText.ts';

/** What a link that opens the load lab carries. */
export interface SharedLab {
  /** The scenario's file. */
  readonly path: string;
  /** All files of the workspace, and the draft among them where that is shown. */
  readonly files: readonly TextFile[];
  readonly isDraft: boolean;
}

interface ShownLab {
  readonly kept: string | null;
  readonly draft: string | null;
}

/** The scenario that the lab shows, else the first that the workspace keeps; null where there is none. */
export function sharedLab(files: readonly TextFile[], shown: ShownLab | null): SharedLab | null {
  if (shown?.draft && shown.kept === null) {
    const path = fileForDraft(files, shown.draft);
    return { path, files: [...files, { path, text: shown.draft }], isDraft: true };
  }
  const scenarios = files.map(({ path }) => path).filter(isScenarioFile);
  const path = scenarios.find((each) => each === shown?.kept) ?? scenarios[0];
  return path === undefined ? null : { path, files, isDraft: false };
}
