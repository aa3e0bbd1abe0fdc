import type { IDisposable } from 'monaco-editor/editor';
import { codeActions } from '../../../language/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import { markerOf } from '../markers.ts';
import type { Models } from '../models.ts';
import { monaco } from '../setup.ts';

const APPLY = 'meshwright.applyFix';

/** The bulb beside a problem: each fix is an operation, one step of the session's undo. */
export function registerActions(session: Session, models: Models): IDisposable[] {
  return [
    monaco.editor.registerCommand(APPLY, (_accessor, operation: Operation) => {
      models.burst.end();
      session.dispatch({ type: 'operate', operation, origin: 'text' });
    }),
    monaco.languages.registerCodeActionProvider('yaml', {
      provideCodeActions(model, range) {
        const open = models.byModel(model);
        if (!open) return { actions: [], dispose() {} };
        const actions = codeActions(
          contextOf(session),
          open.path,
          {
            line: range.startLineNumber,
            column: range.startColumn,
            endLine: range.endLineNumber,
            endColumn: range.endColumn,
          },
          open.lines.offsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
        );
        return {
          actions: actions.map(({ title, problem, operation, preferred }) => ({
            title,
            kind: 'quickfix',
            isPreferred: preferred,
            ...(problem ? { diagnostics: [markerOf(problem)] } : {}),
            command: { id: APPLY, title, arguments: [operation] },
          })),
          dispose() {},
        };
      },
    }),
  ];
}
