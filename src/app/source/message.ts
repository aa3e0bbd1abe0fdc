import type { editor, IPosition } from 'monaco-editor/editor';

/** Monaco's contribution that says something beside the caret. */
interface Messages extends editor.IEditorContribution {
  showMessage(text: string, position: IPosition): void;
}

/** Says a sentence beside a place of the editor, until something is typed or clicked. */
export function sayAt(view: editor.ICodeEditor | undefined, text: string, position: IPosition): void {
  view?.getContribution<Messages>('editor.contrib.messageController')?.showMessage(text, position);
}
