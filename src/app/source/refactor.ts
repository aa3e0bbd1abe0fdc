import type { editor } from 'monaco-editor/editor';
import { panes } from '../commands/panes.ts';

/** Offers the refactorings of what the caret stands in, in the editor's menu. */
export function addRefactoring(view: editor.IStandaloneCodeEditor): () => void {
  const action = view.addAction({
    id: 'meshwright.refactor',
    label: 'Refactor…',
    contextMenuGroupId: '1_modification',
    contextMenuOrder: 1.4,
    precondition: '!editorReadonly',
    run: () => panes.shell?.openDialog('refactor'),
  });
  return () => action.dispose();
}
