import type { IDisposable } from 'monaco-editor/editor';
import { codeActions, problemsTouching } from '../../../language/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import { markerOf } from '../markers.ts';
import type { Models } from '../models.ts';
import { monaco } from '../setup.ts';
import { whenChecked } from '../whenChecked.ts';
import { problemActions } from './problemActions.ts';

const RUN = 'meshwright.runAction';

/** The bulb beside a problem: each fix is an operation, one step of the session's undo. */
export function registerActions(session: Session, models: Models): IDisposable[] {
  const apply = (operation: Operation) => () =>
    session.dispatch({ type: 'operate', operation, origin: 'text' });
  return [
    monaco.editor.registerCommand(RUN, (_accessor, run: () => unknown) => {
      models.burst.end();
      run();
    }),
    monaco.languages.registerCodeActionProvider('yaml', {
      async provideCodeActions(model, range, _context, token) {
        // What is to be mended may be found only now.
        await whenChecked(session);
        const open = models.byModel(model);
        if (!open || token.isCancellationRequested) return { actions: [], dispose() {} };
        const context = contextOf(session);
        const span = {
          line: range.startLineNumber,
          column: range.startColumn,
          endLine: range.endLineNumber,
          endColumn: range.endColumn,
        };
        const actions = codeActions(
          context,
          open.path,
          span,
          open.lines.offsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
        );
        const fixes = actions.map(({ title, problem, operation, preferred }) => ({
          title,
          kind: 'quickfix',
          isPreferred: preferred,
          ...(problem ? { diagnostics: [markerOf(problem)] } : {}),
          command: { id: RUN, title, arguments: [apply(operation)] },
        }));
        const more = problemActions(session, problemsTouching(context.problems, open.path, span)).map(
          ({ title, problem, run }) => ({
            title,
            kind: 'quickfix',
            diagnostics: [markerOf(problem)],
            command: { id: RUN, title, arguments: [run] },
          }),
        );
        return { actions: [...fixes, ...more], dispose() {} };
      },
    }),
  ];
}
