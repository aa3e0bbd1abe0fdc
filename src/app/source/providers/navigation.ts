import type { IDisposable, languages } from 'monaco-editor/editor';
import { definition, referencesAt, type Location } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import type { Models } from '../models.ts';
import { rangeIn } from './ranges.ts';
import { monaco } from '../setup.ts';

/** Go to definition and find references, across files. */
export function registerNavigation(session: Session, models: Models): IDisposable[] {
  // Another file's model must exist before Monaco can show it.
  const located = (locations: readonly Location[]): languages.Location[] =>
    locations.flatMap((location) => {
      const open = models.open(location.file);
      return open ? [{ uri: open.model.uri, range: rangeIn(open.lines, location) }] : [];
    });
  return [
    monaco.languages.registerDefinitionProvider('yaml', {
      provideDefinition(model, position) {
        const open = models.byModel(model);
        return open ? located(definition(contextOf(session), open.path, open.lines.offsetAt(position))) : [];
      },
    }),
    monaco.languages.registerReferenceProvider('yaml', {
      provideReferences(model, position, { includeDeclaration }) {
        const open = models.byModel(model);
        if (!open) return [];
        const offset = open.lines.offsetAt(position);
        return located(referencesAt(contextOf(session), open.path, offset, includeDeclaration));
      },
    }),
    // Monaco asks to open a model of another file: the pane shows it, as if it were chosen in the rail.
    monaco.editor.registerEditorOpener({
      openCodeEditor(source, resource, selection) {
        const model = monaco.editor.getModel(resource);
        const open = model && models.byModel(model);
        if (!open) return false;
        session.dispatch({ type: 'show-file', path: open.path });
        source.setModel(open.model);
        if (selection) {
          const range = 'startLineNumber' in selection ? selection : undefined;
          const position = range
            ? { lineNumber: range.startLineNumber, column: range.startColumn }
            : (selection as { lineNumber: number; column: number });
          source.setPosition(position);
          source.revealPositionInCenter(position);
        }
        source.focus();
        return true;
      },
    }),
  ];
}
