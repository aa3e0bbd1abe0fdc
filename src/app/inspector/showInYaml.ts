import type { Resource } from '../../istio/index.ts';
import type { Session } from '../../session/index.ts';
import { panes } from '../commands/panes.ts';
import { showPane } from '../shell/layout/showPane.ts';

/** Leads to a resource in the YAML pane, or to a line of its file (1-based). */
export function showInYaml(session: Session, resource: Resource, line?: number): void {
  const path = resource.source.file;
  session.dispatch({ type: 'show-file', path });
  session.dispatch({ type: 'select', resource: resource.id, path: [], origin: 'form' });
  showPane(session, 'yaml');
  if (line === undefined) return;
  const text = session.getState().workspace.files.find((file) => file.path === path)?.text ?? '';
  const offset = startOfLine(text, line);
  // Behind the pane, which takes the focus: what is typed next is written here.
  queueMicrotask(() => panes.source?.reveal(offset));
}

/** The offset at which a line (1-based) begins. */
function startOfLine(text: string, line: number): number {
  let offset = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
