import { linkMesh, type Mesh } from '../../istio/index.ts';
import { minimalEdit, type FileChange, type TextFile } from '../../text/index.ts';
import { createParseCache, splitDocuments } from '../../yaml/index.ts';
import { fileSteps } from './file-steps.ts';
import { sayStep, type SaidStep } from './say-step.ts';

/** One edit on the way to a solution, for "show me". */
export interface DemonstrationStep extends SaidStep {
  /** To be applied to the files as the steps before left them. */
  readonly change: FileChange;
}

/**
 * The way from the files as they are to those of a solution, in small edits that each can be understood: documents are changed
 * field by field, new ones written part by part, what the solution lacks goes last. Applied in order they give the solution's
 * files, byte for byte, whatever the files were. Pure; where the learner did something in between, ask again and go on with
 * the first step.
 */
export function demonstration(
  files: readonly TextFile[],
  solution: readonly TextFile[],
): readonly DemonstrationStep[] {
  const cache = createParseCache();
  const link = (texts: readonly TextFile[], before?: Mesh): Mesh =>
    linkMesh(
      texts.map(({ path, text }) => ({
        path,
        documents: splitDocuments(text).map((slice) => cache.read(slice.text)),
      })),
      undefined,
      before,
    );
  const steps: DemonstrationStep[] = [];
  let now: readonly TextFile[] = files;
  let mesh = link(now);
  const go = (next: readonly TextFile[], change: FileChange): void => {
    const linked = link(next, mesh);
    steps.push({ change, ...sayStep(mesh, linked, change.path) });
    [now, mesh] = [next, linked];
  };

  for (const { path, text } of solution) {
    const before = files.find((file) => file.path === path)?.text;
    const states = fileSteps(before ?? '', text);
    // A file that is empty in the solution is made all the same.
    const texts = before === undefined && !states.length ? [text] : states;
    for (const state of texts) {
      const there = now.find((file) => file.path === path);
      const next = there
        ? now.map((file) => (file === there ? { path, text: state } : file))
        : [...now, { path, text: state }];
      const edit = there && minimalEdit(there.text, state);
      go(next, edit ? { kind: 'edit', path, edits: [edit] } : { kind: 'create', path, text: state });
    }
  }
  const wanted = new Set(solution.map(({ path }) => path));
  for (const { path } of files) {
    if (wanted.has(path)) continue;
    const next = now.filter((file) => file.path !== path);
    const said = `Remove the file ${path}: the solution does without it.`;
    go(next, { kind: 'delete', path });
    const last = steps.at(-1);
    if (last) steps[steps.length - 1] = { change: last.change, sentence: said };
  }
  return steps;
}
