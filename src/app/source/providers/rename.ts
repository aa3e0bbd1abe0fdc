import type { editor, IDisposable, IPosition, languages } from 'monaco-editor/editor';
import { prepareRename, renameAt } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import { sayAt } from '../message.ts';
import type { Models } from '../models.ts';
import { monaco, type RenameSummary } from '../setup.ts';
import { rangeIn } from './ranges.ts';

const places = (count: number, files: number): string =>
  `${count === 1 ? 'one place' : `${count} places`}${files > 1 ? ` in ${files} files` : ''}`;

/**
 * F2: an operation of the session, so that it is one step of undo over all files. Monaco shows the box and gets no edits of
 * its own to make.
 */
export function registerRename(session: Session, models: Models): IDisposable {
  let last = '';
  return monaco.languages.registerRenameProvider('yaml', {
    resolveRenameLocation(model, position) {
      const open = models.byModel(model);
      if (!open) return null;
      const found = prepareRename(contextOf(session), open.path, open.lines.offsetAt(position));
      if ('refused' in found) return rejected(found.refused, position);
      last = places(found.places, found.files);
      note(model, `Changes ${last}`);
      return { range: rangeIn(open.lines, found.range), text: found.text };
    },
    provideRenameEdits(model, position, name): languages.WorkspaceEdit & RenameSummary {
      const open = models.byModel(model);
      if (!open) return { edits: [], summary: '' };
      const operation = renameAt(contextOf(session), open.path, open.lines.offsetAt(position), name);
      if ('refused' in operation) {
        sayAt(viewsOf(model)[0], operation.refused, position);
        return { edits: [], summary: '' };
      }
      models.burst.end();
      const done = session.dispatch({ type: 'operate', operation, origin: 'text' });
      // What was renamed may stand in another file; who renames goes on where they are.
      session.dispatch({ type: 'show-file', path: open.path });
      session.dispatch({
        type: 'select-at',
        path: open.path,
        offset: open.lines.offsetAt(position),
        origin: 'text',
      });
      return { edits: [], summary: done ? last : '' };
    },
  });
}

const rejected = (
  reason: string,
  { lineNumber, column }: IPosition,
): languages.RenameLocation & languages.Rejection => ({
  range: { startLineNumber: lineNumber, startColumn: column, endLineNumber: lineNumber, endColumn: column },
  text: '',
  rejectReason: reason,
});

const viewsOf = (model: editor.ITextModel): readonly editor.ICodeEditor[] =>
  monaco.editor.getEditors().filter((view) => view.getModel() === model);

/** What would change, under the box and for those who hear it. Monaco's box has no place for words of its own. */
function note(model: editor.ITextModel, text: string): void {
  for (const view of viewsOf(model)) {
    const box = view.getContainerDomNode().querySelector<HTMLElement>('.rename-box');
    if (!box) continue;
    box.dataset['note'] = text;
    box.querySelector('input')?.setAttribute('aria-description', text);
  }
}
