import type { Command } from '../commands/command.ts';
import { sourceEditor } from './current.ts';

/** Monaco is there, with a file in it. */
const inEditor: Command['enabled'] = ({ activeFile }) => activeFile !== null && sourceEditor() !== null;

/** Monaco is there, with a file in it that has problems. */
const hasProblems: Command['enabled'] = ({ activeFile, analysis }) =>
  sourceEditor() !== null && analysis.problems.some(({ file }) => file === activeFile);

/** Runs one of Monaco's actions with the focus where it works. */
function run(action: string): void {
  const editor = sourceEditor();
  editor?.focus();
  editor?.run(action);
}

/** The YAML pane's commands. Shortcuts that Monaco has itself are not named again: it would answer twice. */
export const sourceCommands: Command[] = [
  {
    id: 'source.go-to-line',
    title: 'Go to line…',
    group: 'Go to',
    enabled: inEditor,
    run: () => run('editor.action.gotoLine'),
  },
  {
    id: 'source.outline',
    title: 'Go to a part of the file…',
    group: 'Go to',
    enabled: inEditor,
    run: () => run('editor.action.quickOutline'),
  },
  {
    id: 'source.next-problem',
    title: 'Next problem in the YAML',
    group: 'Go to',
    enabled: hasProblems,
    run: () => run('editor.action.marker.next'),
  },
  {
    id: 'source.previous-problem',
    title: 'Previous problem in the YAML',
    group: 'Go to',
    enabled: hasProblems,
    run: () => run('editor.action.marker.prev'),
  },
  {
    id: 'source.find',
    title: 'Find in the YAML',
    group: 'Edit',
    enabled: inEditor,
    run: () => run('actions.find'),
  },
  {
    id: 'source.definition',
    title: 'Go to the definition of what the caret stands on',
    group: 'Go to',
    enabled: inEditor,
    run: () => run('editor.action.revealDefinition'),
  },
  {
    id: 'source.format-lines',
    title: 'Format the selected lines of the YAML',
    group: 'Edit',
    enabled: inEditor,
    run: () => run('meshwright.formatLines'),
  },
  {
    id: 'source.rename',
    title: 'Rename what the caret stands on, wherever it is named…',
    group: 'Edit',
    enabled: inEditor,
    run: () => run('editor.action.rename'),
  },
  {
    id: 'source.references',
    title: 'Find all references to what the caret stands on',
    group: 'Go to',
    enabled: inEditor,
    run: () => run('editor.action.goToReferences'),
  },
];
