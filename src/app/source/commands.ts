import type { Command } from '../commands/command.ts';
import { sourceEditor } from './current.ts';

const hasFile = ({ activeFile }: { activeFile: string | null }) => activeFile !== null;

/** Runs one of Monaco's actions with the focus where it works. */
function run(action: string): void {
  const editor = sourceEditor();
  editor?.focus();
  editor?.run(action);
}

/** The YAML pane's commands. Shortcuts that Monaco has itself are not named again: it would answer twice. */
export const sourceCommands: Command[] = [
  {
    id: 'source.focus',
    title: 'Go to the YAML',
    group: 'Go to',
    enabled: hasFile,
    run: ({ session, panes }) => {
      session.dispatch({
        type: 'prefer',
        preferences: { yamlOpen: true, rightTab: 'yaml', narrowPane: 'yaml' },
      });
      // The pane may only now come onto the screen.
      requestAnimationFrame(() => panes.source?.focus());
    },
  },
  {
    id: 'source.go-to-line',
    title: 'Go to line…',
    group: 'Go to',
    enabled: (state) => hasFile(state) && sourceEditor() !== null,
    run: () => run('editor.action.gotoLine'),
  },
  {
    id: 'source.outline',
    title: 'Go to a part of the file…',
    group: 'Go to',
    enabled: (state) => hasFile(state) && sourceEditor() !== null,
    run: () => run('editor.action.quickOutline'),
  },
  {
    id: 'source.next-problem',
    title: 'Next problem in the YAML',
    group: 'Go to',
    enabled: (state) =>
      sourceEditor() !== null && state.analysis.problems.some(({ file }) => file === state.activeFile),
    run: () => run('editor.action.marker.next'),
  },
  {
    id: 'source.previous-problem',
    title: 'Previous problem in the YAML',
    group: 'Go to',
    enabled: (state) =>
      sourceEditor() !== null && state.analysis.problems.some(({ file }) => file === state.activeFile),
    run: () => run('editor.action.marker.prev'),
  },
  {
    id: 'source.find',
    title: 'Find in the YAML',
    group: 'Edit',
    enabled: (state) => hasFile(state) && sourceEditor() !== null,
    run: () => run('actions.find'),
  },
  {
    id: 'source.definition',
    title: 'Go to the definition of what the caret stands on',
    group: 'Go to',
    enabled: (state) => hasFile(state) && sourceEditor() !== null,
    run: () => run('editor.action.revealDefinition'),
  },
  {
    id: 'source.references',
    title: 'Find all references to what the caret stands on',
    group: 'Go to',
    enabled: (state) => hasFile(state) && sourceEditor() !== null,
    run: () => run('editor.action.goToReferences'),
  },
];
